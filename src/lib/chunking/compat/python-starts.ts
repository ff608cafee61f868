import { codePointLength, placeMap } from './code-points.ts'
import type { CompatChunk } from './compat-chunk.ts'

/**
 * Gives each chunk the place where LangChain's `add_start_index` finds it, in UTF-16 units.
 *
 * The library looks for the chunk's text from the end of the one before, less the overlap; a text
 * that occurs twice may be found too early, and a chunk that lost characters is not found.
 *
 * Source: langchain-splitters-python.
 *
 * @example withPythonStarts('a b', ['a', 'b'], 0)[1] // { text: 'b', start: 2 }
 */
export function withPythonStarts(
  text: string,
  chunks: readonly string[],
  overlap: number,
): readonly CompatChunk[] {
  const places = placeMap(text)
  let index = 0
  let before = 0
  return chunks.map((chunk) => {
    const from = Math.max(0, index + before - overlap)
    const start = find(text, chunk, places.toUtf16(from))
    index = start < 0 ? -1 : places.toCodePoints(start)
    before = codePointLength(chunk)
    return start < 0 ? { text: chunk } : { text: chunk, start }
  })
}

/** First place of `chunk` that does not begin in the middle of a surrogate pair. */
function find(text: string, chunk: string, from: number): number {
  let at = text.indexOf(chunk, from)
  while (at > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))) {
    at = text.indexOf(chunk, at + 1)
  }
  return at
}
