import { bordersAt, joinedBorders } from './borders.ts'
import { checkChunkOptions } from './check-chunk-options.ts'
import type { Chunk } from './chunk.ts'
import type { ChunkOptions } from './chunk-options.ts'
import { graphemes } from './graphemes.ts'
import { lineStarts } from './line-starts.ts'
import { pack } from './pack.ts'
import type { Packing } from './pack.ts'
import { characterRuler, tokenRuler } from './ruler.ts'
import { sentenceBorders } from './sentence-borders.ts'
import { wordBorders } from './word-borders.ts'

/**
 * Cuts a text into chunks whose offsets are exact: `text.slice(start, end)` is the chunk, the chunks
 * cover the text in order, and no cut parts a surrogate pair or a grapheme cluster. Sizes count code
 * points or tokens, never UTF-16 units. An empty text has no chunks.
 *
 * @throws RangeError for a size below 1, an overlap that is not below the size, and tokens or
 * distances that are missing or do not belong to the text.
 * @example
 * chunkText('One. Two.', { strategy: 'recursive', size: 5, overlap: 0, unit: 'characters' })
 *   .map(({ start, end }) => [start, end]) // [[0, 5], [5, 9]]
 */
export function chunkText(text: string, options: ChunkOptions): readonly Chunk[] {
  checkChunkOptions(text, options)
  const { unit, size, overlap, tokenSpans = [] } = options
  const ruler = unit === 'tokens' ? tokenRuler(text, tokenSpans) : characterRuler(text)
  const base = {
    text,
    ruler,
    unit,
    size,
    overlap,
    cutGraphemes: graphemes(text),
    startGraphemes: graphemes(text),
    cuts: [],
    starts: [],
  }
  const packing: Packing = { ...base, ...recursive(text, base) }
  return pack(options.strategy === 'characters' ? base : packing, 0, text.length)
}

function recursive(text: string, { cutGraphemes, startGraphemes }: Packing) {
  const { lines, paragraphs } = lineStarts(text)
  return {
    cuts: [
      bordersAt('paragraph', paragraphs),
      bordersAt('line', lines),
      joinedBorders(bordersAt('line', lines), sentenceBorders(text, cutGraphemes)),
      wordBorders(text, cutGraphemes),
    ],
    starts: [
      joinedBorders(bordersAt('line', lines), sentenceBorders(text, startGraphemes)),
      wordBorders(text, startGraphemes),
    ],
  }
}
