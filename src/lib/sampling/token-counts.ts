/**
 * How often each token id occurs, as an array by id.
 *
 * Units: occurrences.
 *
 * @throws RangeError when an id is negative, not whole, or beyond any vocabulary
 * @example tokenCounts([2, 0, 2]) // Uint32Array [1, 0, 2]
 */
export function tokenCounts(ids: readonly number[]): Uint32Array {
  let largest = -1
  for (const id of ids) {
    if (!Number.isInteger(id) || id < 0 || id > MAX_ID) {
      throw new RangeError(`A token id is ${id}; it must be a whole number, 0 or more.`)
    }
    largest = Math.max(largest, id)
  }
  const counts = new Uint32Array(largest + 1)
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
  return counts
}

/** Far above any vocabulary, and an array of this length still fits. */
const MAX_ID = 2 ** 24
