import type { Span } from '../chunking/chunk.ts'

/**
 * Where a quote stands in a text: `text.slice(start, end)` is the quote.
 *
 * @throws RangeError when the quote is empty, does not occur, or occurs more than once; an
 *   occurrence that overlaps another one counts too.
 * @example quoteSpan('one two three', 'two') // { start: 4, end: 7 }
 */
export function quoteSpan(text: string, quote: string): Span {
  if (quote === '') throw new RangeError('A quote must hold at least one character.')
  const start = text.indexOf(quote)
  if (start === -1)
    throw new RangeError(
      `The text does not hold the quote "${quote}". Quote it word for word, with its marks.`,
    )
  if (text.indexOf(quote, start + 1) !== -1)
    throw new RangeError(
      `The text holds the quote "${quote}" more than once. Make it longer until it is the only one.`,
    )
  return { start, end: start + quote.length }
}
