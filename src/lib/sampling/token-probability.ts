import { requireNumber, requirePositive } from './check-parameters.ts'
import { tokenProbabilityFormula } from './token-probability.formula.ts'

/**
 * Probability of one token when only its logit and the log-sum-exp of all are known.
 *
 * Formula: `token-probability`. Units: probability. Source: `transformers-sampling`.
 *
 * @throws RangeError when a value is no number or the temperature is not above 0
 * @example tokenProbability({ logit: 0, logSumExp: Math.log(2) }) // 0.5
 */
export function tokenProbability({
  logit,
  logSumExp,
  temperature = 1,
}: {
  readonly logit: number
  /** Logarithm of the sum of e^(logit / temperature) over all tokens. */
  readonly logSumExp: number
  readonly temperature?: number
}): number {
  return tokenProbabilityFormula.evaluate({
    logit: requireNumber('The logit', logit),
    logSumExp: requireNumber('The log-sum-exp', logSumExp),
    temperature: requirePositive('Temperature', temperature),
  })
}
