import { formatCount } from './format-count.ts'

/**
 * A count with its noun, in the singular for one; give the plural where it is not the noun and an s.
 * Errors: RangeError when the count is not finite.
 *
 * @example countOf(1, 'token') //=> '1 token'
 * @example countOf(49152, 'token') //=> '49,152 tokens'
 */
export const countOf = (count: number, noun: string, plural = `${noun}s`): string =>
  `${formatCount(count)} ${count === 1 ? noun : plural}`
