import { logSumExp } from '../../sampling/log-sum-exp.ts'
import { meanOf } from '../../statistics/mean-of.ts'

/**
 * What the language model reads before the question whose likelihood is measured.
 *
 * @example likelihoodPrompt('Tea is hot.') // 'Passage: Tea is hot.\nQuestion:'
 */
export const likelihoodPrompt = (passage: string): string => `Passage: ${passage.trim()}\nQuestion:`

/**
 * The natural logarithm of the probability of a token.
 *
 * Formula: `logit of the token - ln(sum of e^logit)`. Units: nats.
 *
 * @throws RangeError when there is no such token, or the logits are empty or not finite
 * @example logProbability([0, 0], 1) // -0.6931471805599453
 */
export function logProbability(logits: ArrayLike<number>, token: number): number {
  const logit = logits[token]
  if (logit === undefined)
    throw new RangeError(`There is no token ${token} among ${logits.length} logits.`)
  return logit - logSumExp(logits)
}

/**
 * Mean log-probability of the tokens of a question, given the passage.
 *
 * Formula: `(1/n) x sum of ln P(token)`. Units: nats a token.
 *
 * @throws RangeError without a token
 * @example meanLogProbability([-1, -3]) // -2
 */
export function meanLogProbability(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('A question without tokens has no likelihood.')
  return meanOf(values)
}
