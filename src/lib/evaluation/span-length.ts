import type { Span } from '../chunking/chunk.ts'

/**
 * Characters of spans, each span counted in full: text that two share counts twice.
 *
 * Units: UTF-16 units.
 *
 * @example spanLength([{ start: 0, end: 5 }, { start: 3, end: 9 }]) // 11
 */
export function spanLength(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0)
}
