/**
 * The dot product of two vectors: the sum of the products of their numbers. For vectors of length 1
 * it is their cosine similarity.
 *
 * Formula: `sum a_i b_i`. Units: none. Source: `sklearn-cosine`.
 *
 * @throws RangeError when the vectors do not have the same number of numbers
 * @example dotProduct([1, 2, 3], [4, 5, 6]) // 32
 */
export function dotProduct(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) {
    throw new RangeError(
      `One vector has ${a.length} numbers and the other ${b.length}; vectors of two models cannot be compared.`,
    )
  }
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}
