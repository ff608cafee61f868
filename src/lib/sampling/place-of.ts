/**
 * The first place whose running sum is above a share of the total, found by halving.
 *
 * Units: a place from 0; the share from 0 up to, not including, 1.
 *
 * @example placeOf(Float64Array.of(0.5, 0.5, 1), 0.5) // 2: the second place has probability 0
 */
export function placeOf(sums: Float64Array, share: number): number {
  const total = sums[sums.length - 1] ?? 0
  const wanted = Math.min(share * total, total * (1 - Number.EPSILON))
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > wanted) high = middle
    else low = middle + 1
  }
  return low
}
