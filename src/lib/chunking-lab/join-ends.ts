import type { Span } from '../chunking/chunk.ts'

/**
 * The range from the first marked place to the last one; null where it is empty.
 *
 * @example joinEnds([{ start: 10, from: 2, to: 5 }, { start: 20, from: 0, to: 3 }]) //=> { start: 12, end: 23 }
 */
export function joinEnds(
  pieces: readonly { readonly start: number; readonly from: number; readonly to: number }[],
): Span | null {
  const first = pieces[0]
  const last = pieces.at(-1)
  if (first === undefined || last === undefined) return null
  const span = { start: first.start + first.from, end: last.start + last.to }
  return span.end > span.start ? span : null
}
