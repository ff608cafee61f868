import { chunkText } from '../chunking/chunk-text.ts'
import { MOST_CHUNKS, type Cut, type CutRequest } from './cut.ts'
import { labChunks, type RawChunk } from './lab-chunks.ts'
import { libraryChunks } from './library-chunks.ts'
import { summariseCut } from './summarise-cut.ts'
import { unpackSpans } from './token-index.ts'
import { usedThreshold } from './used-threshold.ts'

/**
 * Cuts a text as the lab is set and measures every chunk.
 *
 * @throws RangeError when the chunker refuses the settings.
 * @example cutText({ text: 'One. Two.', settings, tokens: null, distances: null, limit }).chunks.length
 */
export function cutText(request: CutRequest): Cut {
  const { text, tokens, limit, settings } = request
  const raw = settings.library === 'ours' ? ownChunks(request) : libraryChunks(text, settings)
  const chunks = labChunks({ text, chunks: raw, tokens, limit })
  return { chunks: chunks.slice(0, MOST_CHUNKS), summary: summariseCut(request, chunks) }
}

function ownChunks({ text, settings, tokens, distances }: CutRequest): readonly RawChunk[] {
  const { strategy, size, overlap, unit, language, threshold } = settings
  return chunkText(text, {
    strategy,
    size,
    overlap,
    unit,
    language,
    ...(tokens !== null && { tokenSpans: unpackSpans(tokens) }),
    ...(strategy === 'semantic' && {
      threshold: usedThreshold(threshold, distances ?? []),
      distances: distances ?? [],
    }),
  })
}
