import { sum } from './sum.ts'

/** How far from 1 a sum of probabilities may be, e.g. when it comes from float32 numbers. */
const SUM_TOLERANCE = 1e-6

/**
 * Refuses what is no probability distribution.
 *
 * @throws RangeError when it is empty, holds NaN or a negative number, or does not sum to 1
 * @example checkProbabilities([0.5, 0.5]) // undefined: fine
 */
export function checkProbabilities(probabilities: ArrayLike<number>): void {
  if (probabilities.length === 0) throw new RangeError('There are no probabilities.')
  for (let index = 0; index < probabilities.length; index++) {
    const probability = probabilities[index] ?? 0
    if (!(probability >= 0)) {
      throw new RangeError(
        `Probability ${index} is ${probability}; it must be a number, 0 or more.`,
      )
    }
  }
  const total = sum(probabilities)
  if (!(Math.abs(total - 1) <= SUM_TOLERANCE)) {
    throw new RangeError(`The probabilities sum to ${total}; they must sum to 1.`)
  }
}
