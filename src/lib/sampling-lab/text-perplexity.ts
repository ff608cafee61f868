import { formatNumber } from '../format/format-number.ts'
import { perplexity } from '../sampling/perplexity.ts'

/**
 * The perplexity of a written text by the model's own probabilities, as text; '' for no token.
 *
 * Formula: `perplexity`. Units: plain number.
 *
 * @example textPerplexity([0.5, 0.125]) // '4'
 */
export function textPerplexity(probabilities: readonly number[]): string {
  if (probabilities.length === 0) return ''
  // A token that temperature or a penalty brought up may have underflowed to 0.
  const value = perplexity(probabilities.map((each) => Math.max(each, Number.MIN_VALUE)))
  return value < 1e6 ? formatNumber(value, { digits: value < 100 ? 2 : 0 }) : value.toExponential(1)
}
