import { mergeRuns } from './merge-runs.ts'
import type { Span } from '../chunk.ts'
import type { CompatChunk } from './compat-chunk.ts'

/** The text and the checked settings of a splitter of LangChain (JavaScript). */
export interface JsSettings {
  readonly text: string
  readonly size: number
  readonly overlap: number
  readonly keep: boolean
}

/**
 * Pieces packed into chunks, joined by `separator` and trimmed; chunks without text fall away. The
 * overlap's budget does not count the separators inside it.
 *
 * Source: langchain-splitters-js.
 */
export function mergeJs(
  pieces: readonly Span[],
  separator: string,
  { text, size, overlap }: JsSettings,
): readonly CompatChunk[] {
  const runs = mergeRuns(
    pieces.map(({ start, end }) => end - start),
    { size, overlap, separatorLength: separator.length, overlapCountsSeparators: false },
  )
  return runs.flatMap(({ from, to }) => {
    const own = pieces.slice(from, to)
    const joined = own.map(({ start, end }) => text.slice(start, end)).join(separator)
    const chunk = joined.trim()
    if (chunk === '') return []
    const start = (own[0]?.start ?? 0) + joined.length - joined.trimStart().length
    return [text.startsWith(chunk, start) ? { text: chunk, start } : { text: chunk }]
  })
}
