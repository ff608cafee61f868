/**
 * The distance below which `percentile` per cent of the distances lie, with straight lines between
 * the sorted distances: rank `(n - 1) p / 100`. At 95, about one gap in twenty is a cut, whatever
 * the text. No distances give 0.
 *
 * @throws RangeError for a percentile outside 0 to 100.
 * @example
 * thresholdOf([0.1, 0.2, 0.3, 0.4, 0.5], 75) // 0.4
 */
export function thresholdOf(distances: readonly number[], percentile: number): number {
  if (!(percentile >= 0 && percentile <= 100)) {
    throw new RangeError(`The percentile is ${percentile}; it must be from 0 to 100.`)
  }
  const sorted = distances.toSorted((one, other) => one - other)
  const rank = ((sorted.length - 1) * percentile) / 100
  const below = sorted[Math.floor(rank)] ?? 0
  const above = sorted[Math.ceil(rank)] ?? below
  return below + (above - below) * (rank - Math.floor(rank))
}
