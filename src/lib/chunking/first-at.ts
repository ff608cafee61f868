/**
 * Index of the first of the sorted offsets that is at `offset` or behind it.
 *
 * @example
 * firstAt([2, 5, 9], 5) // 1
 */
export function firstAt(offsets: readonly number[], offset: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
