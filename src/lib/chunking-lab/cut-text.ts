import { MOST_CHUNKS, type Cut, type CutRequest } from './cut.ts'
import { labChunks, type RawChunk } from './lab-chunks.ts'
import { libraryChunks } from './library-chunks.ts'
import { summariseCut } from './summarise-cut.ts'
import { cutSetting } from './sweep/cut-setting.ts'
import { unpackSpans } from './token-index.ts'

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
  const { language, threshold } = settings
  const tokenSpans = tokens === null ? null : unpackSpans(tokens)
  return cutSetting({ text, language, tokenSpans, distances, threshold }, settings)
}
