import type { Span } from '../chunk.ts'

const special = /[/\-\\^$*+?.()|[\]{}]/g

/**
 * Cuts a part of a text at a separator as LangChain (JavaScript) does; empty pieces fall away. A
 * kept separator begins the next piece; no separator cuts between UTF-16 units.
 *
 * Source: langchain-splitters-js.
 *
 * @example jsPieces('a b', { start: 0, end: 3 }, ' ', true) // [{ start: 0, end: 1 }, { start: 1, end: 3 }]
 */
export function jsPieces(
  text: string,
  { start, end }: Span,
  separator: string,
  keep: boolean,
): readonly Span[] {
  const part = text.slice(start, end)
  const pieces =
    separator !== '' && keep
      ? part.split(new RegExp(`(?=${separator.replace(special, String.raw`\$&`)})`))
      : part.split(separator)
  const gap = keep ? 0 : separator.length
  const spans: Span[] = []
  let at = start
  for (const piece of pieces) {
    if (piece !== '') spans.push({ start: at, end: at + piece.length })
    at += piece.length + gap
  }
  return spans
}
