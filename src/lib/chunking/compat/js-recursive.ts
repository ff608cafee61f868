import { mergeJs } from './js-merge.ts'
import { jsPieces } from './js-pieces.ts'
import type { Span } from '../chunk.ts'
import type { CompatChunk } from './compat-chunk.ts'
import type { JsSettings } from './js-merge.ts'

/**
 * RecursiveCharacterTextSplitter of LangChain (JavaScript). Unlike Python's it goes on to single
 * UTF-16 units when the last separator was found and is not empty; then it has no separator to join
 * with, and fails unless the pieces keep theirs.
 *
 * Source: langchain-splitters-js.
 *
 * @throws RangeError in that case
 */
export function jsRecursive(
  part: Span,
  separators: readonly string[],
  settings: JsSettings,
): readonly CompatChunk[] {
  const { text, size, keep } = settings
  const own = text.slice(part.start, part.end)
  const found = separators.findIndex((separator) => own.includes(separator))
  const separator = separators[found] ?? separators.at(-1)
  const next = found < 0 || separator === '' ? null : separators.slice(found + 1)
  const chunks: CompatChunk[] = []
  let short: Span[] = []
  const flush = () => {
    if (short.length === 0) return
    if (!keep && separator === undefined) {
      throw new RangeError('The library fails here: no separator is left to join pieces with.')
    }
    for (const chunk of mergeJs(short, keep ? '' : (separator ?? ''), settings)) chunks.push(chunk)
    short = []
  }
  for (const piece of jsPieces(text, part, separator ?? '', keep)) {
    if (piece.end - piece.start < size) short.push(piece)
    else {
      flush()
      if (next === null) chunks.push(chunkOf(text, piece))
      else for (const chunk of jsRecursive(piece, next, settings)) chunks.push(chunk)
    }
  }
  flush()
  return chunks
}

function chunkOf(text: string, { start, end }: Span): CompatChunk {
  return { text: text.slice(start, end), start }
}
