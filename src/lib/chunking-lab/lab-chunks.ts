import type { ChunkLevel, Span } from '../chunking/chunk.ts'
import { countCharacters } from './count-characters.ts'
import type { LabChunk, SharedText } from './lab-chunk.ts'
import { stopsReadingAt, type ReadingLimit } from './read-limit.ts'
import { tokensWithin, type PackedSpans } from './token-index.ts'

/** A chunk as a chunker gives it, ours or a library's. */
export interface RawChunk extends Span {
  readonly level: ChunkLevel
  readonly reason: string
  readonly oversize?: boolean | undefined
  readonly headings?: readonly string[] | undefined
  readonly literal?: string | undefined
}

/**
 * Numbers and measures the chunks of a text: characters, tokens, what each repeats of the one
 * before, and where the embedder stops reading it.
 *
 * @example labChunks({ text: 'abcd', chunks, tokens: null, limit })[1]?.repeats.characters
 */
export function labChunks(request: {
  readonly text: string
  readonly chunks: readonly RawChunk[]
  readonly tokens: PackedSpans | null
  readonly limit: ReadingLimit
}): readonly LabChunk[] {
  const { text, chunks, tokens, limit } = request
  return chunks.map((chunk, index) => {
    const { start, end, level, reason, oversize, headings, literal } = chunk
    const placed = literal === undefined
    return {
      number: index + 1,
      start,
      end,
      level,
      reason,
      ...(oversize === true && { oversize }),
      ...(headings !== undefined && { headings }),
      ...(literal !== undefined && { literal }),
      characters: placed ? countCharacters(text, start, end) : countCharacters(literal),
      tokens: tokens === null || !placed ? null : tokensWithin(tokens, chunk),
      repeats: shared(text, tokens, chunks[index - 1], chunk),
      readTo: tokens === null || !placed ? null : stopsReadingAt({ tokens, chunk, limit }),
    }
  })
}

function shared(
  text: string,
  tokens: PackedSpans | null,
  before: RawChunk | undefined,
  chunk: RawChunk,
): SharedText {
  const known = before !== undefined && before.literal === undefined && chunk.literal === undefined
  if (!known || before.end <= chunk.start)
    return { characters: 0, tokens: tokens === null ? null : 0 }
  const span = { start: chunk.start, end: Math.min(before.end, chunk.end) }
  return {
    characters: countCharacters(text, span.start, span.end),
    tokens: tokens === null ? null : tokensWithin(tokens, span),
  }
}
