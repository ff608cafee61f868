import type { Span } from '../chunking/chunk.ts'
import type { PackedSpans } from './token-index.ts'

/**
 * Joins the tokens of slices to those of the whole text.
 *
 * @example joinTokenSpans([{ start: 5, spans: [{ start: 0, end: 2 }] }]) //=> Uint32Array [5, 7]
 */
export function joinTokenSpans(
  parts: readonly { readonly start: number; readonly spans: readonly Span[] }[],
): PackedSpans {
  const count = parts.reduce((sum, { spans }) => sum + spans.length, 0)
  const packed = new Uint32Array(2 * count)
  let at = 0
  for (const part of parts) {
    for (const { start, end } of part.spans) {
      packed[at] = part.start + start
      packed[at + 1] = part.start + end
      at += 2
    }
  }
  return packed
}
