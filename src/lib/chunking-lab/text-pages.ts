import type { Span } from '../chunking/chunk.ts'
import type { LabChunk } from './lab-chunk.ts'

/** A stretch of the text that is painted at once. */
export interface TextPage extends Span {
  /** Indexes of the first and last chunk that begin in it; last < first where none does. */
  readonly first: number
  readonly last: number
}

/** Painted at once; more would make a page slow. */
const MOST_CHARACTERS = 16_000
const MOST_CHUNKS = 150

/**
 * Cuts a long text into pages that begin where a chunk begins, where that is possible. What a chunk
 * shares with the first chunk of the next page stands on the next page.
 *
 * @example textPages('short', []) //=> [{ start: 0, end: 5, first: 0, last: -1 }]
 */
export function textPages(text: string, chunks: readonly LabChunk[]): readonly TextPage[] {
  const starts = chunks.flatMap(({ start, literal }, index) =>
    literal === undefined ? [{ start, index }] : [],
  )
  const pages: TextPage[] = []
  let from = 0
  let next = 0
  do {
    let to = Math.min(text.length, from + MOST_CHARACTERS)
    const first = next
    while (next < starts.length && (starts[next]?.start ?? 0) < to && next - first < MOST_CHUNKS) {
      next++
    }
    const full = next - first >= MOST_CHUNKS
    const stop = starts[next]?.start
    if (full && stop !== undefined && stop > from && stop < to) to = stop
    else if (to < text.length && next - first > 1) {
      // The last chunk that begins here may not end here: it begins the next page.
      next--
      to = starts[next]?.start ?? to
    }
    to = wholePair(text, to)
    pages.push({
      start: from,
      end: to,
      first: starts[first]?.index ?? chunks.length,
      last: starts[next - 1]?.index ?? -1,
    })
    from = to
  } while (from < text.length)
  return pages
}

const wholePair = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '') ? at + 1 : at
