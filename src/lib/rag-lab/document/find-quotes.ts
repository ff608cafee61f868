import type { Span } from '../../chunking/chunk.ts'
import type { GoldQuote } from '../rag-corpus.ts'

/** White space, hyphens and the marks of Markdown: what a parser adds, drops or moves. */
const IGNORED = /[\s\u00ad\u2010\u2011\-|*_#`>~•]/
const LETTER = /[\p{Script=Latin}\p{Nd}]/u

/** A text without what is ignored, and the place of each letter in the text. */
interface Letters {
  readonly letters: string
  readonly places: Uint32Array
}

function lettersOf(text: string): Letters {
  const places = new Uint32Array(text.length)
  let letters = ''
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (IGNORED.test(letter)) continue
    places[letters.length] = at
    letters += letter
  }
  return { letters, places }
}

/**
 * Where quotes of a document stand in its parsed text. White space, hyphens and Markdown's marks may
 * differ, the letters and their order may not; a quote whose letters no longer stand together is lost
 * in parsing. Of several places it is the one nearest to where the quote stood.
 *
 * Units: UTF-16 units.
 *
 * @example findQuotes('A b-\nig one', 'A **big** one', ['**big**'])[0].span // { start: 2, end: 7 }
 */
export function findQuotes(
  parsed: string,
  original: string,
  quotes: readonly string[],
): readonly GoldQuote[] {
  if (quotes.length === 0) return []
  const text = lettersOf(parsed)
  return quotes.map((quote) => {
    const share = original.indexOf(quote) / Math.max(1, original.length)
    return { quote, span: exactSpan(parsed, quote) ?? looseSpan(parsed, text, quote, share) }
  })
}

/** The only place of a quote that stands there letter for letter. */
function exactSpan(text: string, quote: string): Span | null {
  const start = quote === '' ? -1 : text.indexOf(quote)
  if (start < 0 || text.indexOf(quote, start + 1) >= 0) return null
  return { start, end: start + quote.length }
}

function looseSpan(
  parsed: string,
  { letters, places }: Letters,
  quote: string,
  share: number,
): Span | null {
  const wanted = lettersOf(quote).letters
  if (wanted === '') return null
  const near = Math.max(0, share) * parsed.length
  let best: Span | null = null
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    const start = places[at] ?? 0
    const end = (places[at + wanted.length - 1] ?? start) + 1
    if (cutsWord(parsed, start - 1, start) || cutsWord(parsed, end - 1, end)) continue
    if (best === null || Math.abs(start - near) < Math.abs(best.start - near)) best = { start, end }
  }
  return best
}

/** Whether two neighbouring places belong to one word or number. */
const cutsWord = (text: string, one: number, other: number): boolean =>
  one >= 0 && LETTER.test(text.charAt(one)) && LETTER.test(text.charAt(other))
