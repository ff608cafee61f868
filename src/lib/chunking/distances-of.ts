/**
 * Cosine distance between each vector and the next: `1 - (a . b) / (|a| |b|)`, from 0 for one
 * direction to 2 for the opposite. A vector of zeros is at distance 1 from every other.
 *
 * @throws RangeError for vectors of different lengths.
 * @example
 * distancesOf([[1, 0], [1, 0], [0, 2]]) // [0, 1]
 */
export function distancesOf(vectors: readonly ArrayLike<number>[]): number[] {
  return vectors.slice(1).map((vector, index) => distance(vectors[index] ?? [], vector))
}

function distance(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length) {
    throw new RangeError(
      `A vector has ${one.length} numbers and the next ${other.length}; all must have as many.`,
    )
  }
  let [product, ones, others] = [0, 0, 0]
  for (let at = 0; at < one.length; at++) {
    const [a, b] = [one[at] ?? 0, other[at] ?? 0]
    product += a * b
    ones += a * a
    others += b * b
  }
  const lengths = Math.sqrt(ones) * Math.sqrt(others)
  if (lengths === 0) return 1
  return Math.min(2, Math.max(0, 1 - product / lengths))
}
