import { formatCount } from './format-count.ts'

/**
 * Writes a number of tokens with its word, singular for one.
 * Errors: RangeError when the value is not finite.
 *
 * @example formatTokens(42000) //=> '42,000 tokens'
 */
export function formatTokens(tokens: number): string {
  const text = formatCount(tokens)
  return text === '1' ? '1 token' : `${text} tokens`
}
