import type { Span } from '../chunking/chunk.ts'

/**
 * A piece of a text of exactly `size` tokens that holds `span` at its start, in its middle or at its
 * end, moved only as far as the ends of the text ask; null where span or text does not allow it.
 *
 * Units: tokens; places in UTF-16 units.
 *
 * @example
 * tokenWindow({ tokens: [{ start: 0, end: 1 }, { start: 2, end: 3 }], span: { start: 2, end: 3 }, size: 1, at: 'middle' })
 * //=> { start: 2, end: 3 }
 */
export function tokenWindow(request: {
  readonly tokens: readonly Span[]
  readonly span: Span
  readonly size: number
  readonly at: 'start' | 'middle' | 'end'
}): Span | null {
  const { tokens, span, size, at } = request
  const first = tokens.findIndex(({ end }) => end > span.start)
  const last = tokens.findLastIndex(({ start }) => start < span.end)
  const held = last - first + 1
  if (first < 0 || held < 1 || held > size || size > tokens.length) return null
  const spare = size - held
  const before = { start: 0, middle: Math.floor(spare / 2), end: spare }[at]
  const from = Math.max(0, Math.min(first - before, tokens.length - size))
  // An answer near an end of the text cannot stand where it was asked for.
  if (at !== 'middle' && from !== first - before) return null
  const start = tokens[from]?.start
  const end = tokens[from + size - 1]?.end
  if (start === undefined || end === undefined) return null
  return { start: Math.min(start, span.start), end: Math.max(end, span.end) }
}
