/**
 * The value at which half the weight lies below and half above: it minimises the weighted sum of
 * absolute distances. Returns null for an empty list.
 *
 * @example weightedMedian([{ value: 1, weight: 1 }, { value: 2, weight: 3 }]) //=> 2
 */
export function weightedMedian(
  points: readonly { readonly value: number; readonly weight: number }[],
): number | null {
  const sorted = [...points].sort((one, other) => one.value - other.value)
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2
  let below = 0
  for (const { value, weight } of sorted) {
    below += weight
    if (below >= half) return value
  }
  return null
}
