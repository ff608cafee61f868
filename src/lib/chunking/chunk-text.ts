import { checkChunkOptions } from './check-chunk-options.ts'
import type { Chunk } from './chunk.ts'
import type { ChunkOptions, ChunkStrategy } from './chunk-options.ts'
import { graphemes } from './graphemes.ts'
import { characterRuler, tokenRuler } from './ruler.ts'
import { byCharacters } from './strategies/by-characters.ts'
import { byMarkdown } from './strategies/by-markdown.ts'
import { byMeaning } from './strategies/by-meaning.ts'
import { byParts } from './strategies/by-parts.ts'
import { bySentences } from './strategies/by-sentences.ts'
import { byTokens } from './strategies/by-tokens.ts'
import type { CutWith } from './strategies/cut-with.ts'

const strategies: Readonly<Record<ChunkStrategy, CutWith>> = {
  characters: byCharacters,
  tokens: byTokens,
  sentence: bySentences,
  recursive: byParts,
  markdown: byMarkdown,
  semantic: byMeaning,
}

/**
 * Cuts a text into chunks whose offsets are exact: `text.slice(start, end)` is the chunk, the chunks
 * cover the text in order, and no cut parts a surrogate pair or a grapheme cluster. Sizes count code
 * points or tokens (`unit`), never UTF-16 units. An empty text has no chunks.
 *
 * @throws RangeError for a size below 1, an overlap that is not below the size, and tokens or
 * distances that are missing or do not belong to the text.
 * @example
 * chunkText('One. Two.', { strategy: 'recursive', size: 5, overlap: 0, unit: 'characters' })
 *   .map(({ start, end }) => [start, end]) // [[0, 5], [5, 9]]
 */
export function chunkText(text: string, options: ChunkOptions): readonly Chunk[] {
  checkChunkOptions(text, options)
  const { strategy, unit, size, overlap, tokenSpans } = options
  const tokens = tokenSpans === undefined ? undefined : tokenRuler(text, tokenSpans)
  const ruler = unit === 'tokens' && tokens !== undefined ? tokens : characterRuler(text)
  const chunks = strategies[strategy](
    {
      text,
      unit,
      size,
      overlap,
      ruler,
      outside: (offset) => offset,
      cutGraphemes: graphemes(text),
      startGraphemes: graphemes(text),
    },
    options,
  )
  if (tokens === undefined) return chunks
  return chunks.map((chunk) => ({ ...chunk, tokens: tokens.units(chunk.start, chunk.end) }))
}
