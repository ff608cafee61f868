import { packSpans, type PackedSpans } from './token-index.ts'

/** Short, common words; each is one token to either embedder, after a space as well. */
const WORDS =
  'the day of work for time and people with home or water in year on world by life'.split(' ')

const COUNT = 10_000
const LINE = 12

/**
 * A text of exactly 10,000 tokens: plain words without any mark, twelve a line, so that a count can
 * be worked by hand. It has no sentences and says nothing.
 *
 * @example countedText().text.split(/\s+/).length //=> 10000
 */
export function countedText(): { readonly text: string; readonly tokens: PackedSpans } {
  let text = ''
  const spans = Array.from({ length: COUNT }, (_, index) => {
    if (index > 0) text += index % LINE === 0 ? '\n' : ' '
    const start = text.length
    text += WORDS[(index * 7 + Math.floor(index / LINE) * 5) % WORDS.length] ?? 'the'
    return { start, end: text.length }
  })
  return { text, tokens: packSpans(spans) }
}
