/**
 * Dot product of a query and one row of a flat table of vectors: the inner loop of every search.
 * Four sums run side by side, so that the processor need not wait for one addition before the next.
 *
 * Formula: `sum query_i row_i`. Units: none. Source: `sklearn-cosine`.
 *
 * @example rowDot(Float32Array.of(1, 2), Float32Array.of(9, 9, 3, 4), 2, 2) // 11: row 1 starts at 2
 */
export function rowDot(
  query: Float32Array,
  vectors: Float32Array,
  start: number,
  dimensions: number,
): number {
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  const whole = dimensions - (dimensions % 4)
  let at = 0
  for (; at < whole; at += 4) {
    const row = start + at
    first += (query[at] ?? 0) * (vectors[row] ?? 0)
    second += (query[at + 1] ?? 0) * (vectors[row + 1] ?? 0)
    third += (query[at + 2] ?? 0) * (vectors[row + 2] ?? 0)
    fourth += (query[at + 3] ?? 0) * (vectors[row + 3] ?? 0)
  }
  for (; at < dimensions; at++) first += (query[at] ?? 0) * (vectors[start + at] ?? 0)
  return first + second + (third + fourth)
}
