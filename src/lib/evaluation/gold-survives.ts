import type { Span } from '../chunking/chunk.ts'

/**
 * Whether any single chunk holds the whole quote: cut in two, no chunk alone can answer.
 *
 * @example goldSurvives([{ start: 0, end: 10 }, { start: 8, end: 20 }], { start: 9, end: 12 }) // true
 */
export function goldSurvives(chunks: readonly Span[], quote: Span): boolean {
  return chunks.some(({ start, end }) => start <= quote.start && end >= quote.end)
}
