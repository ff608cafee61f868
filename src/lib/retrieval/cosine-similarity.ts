import { cosineFormula } from './cosine.formula.ts'
import { dotProduct } from './dot-product.ts'

/**
 * Cosine similarity: how far two vectors point the same way, whatever their lengths. 1 is the same
 * direction, 0 a right angle, -1 the opposite. A vector of zeros points nowhere: its similarity is 0.
 *
 * Formula: `cosine`. Units: none, -1 to 1. Source: `sklearn-cosine`.
 *
 * @throws RangeError when the vectors do not have the same number of numbers, or one is not finite
 * @example cosineSimilarity([3, 4], [4, 3]) // 0.96
 */
export function cosineSimilarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const dot = dotProduct(a, b)
  const firstLength = Math.sqrt(dotProduct(a, a))
  const secondLength = Math.sqrt(dotProduct(b, b))
  if (isUsual(firstLength) && isUsual(secondLength)) {
    return within(cosineFormula.evaluate({ dot, firstLength, secondLength }))
  }
  return extremeCosine(a, b)
}

/** Neither so small nor so large that squares lose their digits. */
const isUsual = (length: number): boolean => length > 1e-140 && length < 1e140

/** Rounding may lead a hair beyond 1. */
const within = (cosine: number): number => Math.max(-1, Math.min(1, cosine))

/** Vectors of zeros, or with numbers whose squares leave the range: scaled to their largest first. */
function extremeCosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const first = scaled(a)
  const second = scaled(b)
  if (first === null || second === null) return 0
  const firstLength = Math.sqrt(dotProduct(first, first))
  const secondLength = Math.sqrt(dotProduct(second, second))
  return within(
    cosineFormula.evaluate({ dot: dotProduct(first, second), firstLength, secondLength }),
  )
}

function scaled(vector: ArrayLike<number>): readonly number[] | null {
  const numbers = Array.from(vector)
  const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0)
  if (!Number.isFinite(largest)) {
    throw new RangeError('A vector holds a number that is not finite, so it has no direction.')
  }
  return largest === 0 ? null : numbers.map((number) => number / largest)
}
