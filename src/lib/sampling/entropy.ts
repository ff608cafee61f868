import { checkProbabilities } from './check-probabilities.ts'
import { entropyTermFormula } from './entropy-term.formula.ts'

/**
 * Entropy of a distribution: the surprise to expect. 0 when one token is certain, ln n when n tokens
 * are equal.
 *
 * Formula: sum of `entropy-term` over the tokens, a probability of 0 adding nothing.
 * Units: nats. Source: `typical-2022`.
 *
 * @throws RangeError when the numbers are no probability distribution
 * @example entropyNats([0.5, 0.5]) // 0.6931471805599453
 */
export function entropyNats(probabilities: ArrayLike<number>): number {
  checkProbabilities(probabilities)
  let total = 0
  for (let index = 0; index < probabilities.length; index++) {
    const probability = probabilities[index] ?? 0
    if (probability > 0) total += entropyTermFormula.evaluate({ probability })
  }
  return Math.max(0, total)
}

/**
 * The same in bits: the number of yes-or-no questions that the next token is worth.
 *
 * Formula: entropy in nats / ln 2. Units: bits. Source: `typical-2022`.
 *
 * @throws RangeError when the numbers are no probability distribution
 * @example entropyBits([0.25, 0.25, 0.25, 0.25]) // 2
 */
export function entropyBits(probabilities: ArrayLike<number>): number {
  return entropyNats(probabilities) / Math.LN2
}
