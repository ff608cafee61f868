/**
 * The value below which a share of the numbers lies, between neighbours by linear interpolation;
 * null for an empty list. Infinite numbers stand for misses and are kept.
 *
 * @example quantile([1, 2, 3, 4], 0.5) //=> 2.5
 */
export function quantile(numbers: readonly number[], share: number): number | null {
  const sorted = [...numbers].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
  const place = (sorted.length - 1) * share
  const low = sorted[Math.floor(place)]
  const high = sorted[Math.ceil(place)]
  if (low === undefined || high === undefined) return null
  return low === high ? low : low + (high - low) * (place - Math.floor(place))
}
