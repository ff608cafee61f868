import { perplexityFormula } from './perplexity.formula.ts'
import { sum } from './sum.ts'

/**
 * How surprised the model is by a text, from the probability that it gave to each token.
 *
 * Formula: `perplexity`, e^(-mean of ln p). Units: plain number, 1 when every token was certain.
 * Source: `typical-2022`.
 *
 * @throws RangeError when there are no tokens or a value is no probability above 0
 * @example perplexity([0.5, 0.125]) // 4
 */
export function perplexity(probabilities: ArrayLike<number>): number {
  if (probabilities.length === 0) {
    throw new RangeError('There are no tokens; perplexity needs at least one.')
  }
  const logarithms = Float64Array.from(probabilities, (probability, index) => {
    if (!(probability > 0 && probability <= 1)) {
      throw new RangeError(
        `The probability of token ${index} is ${probability}; it must be above 0 and at most 1.`,
      )
    }
    return Math.log(probability)
  })
  return perplexityFormula.evaluate({ logProbability: sum(logarithms), tokens: logarithms.length })
}
