import type { Span } from '../chunking/chunk.ts'

/** Half of the quote, or of the chunk where the chunk is the shorter. */
const HALF = 0.5

/**
 * Whether a chunk counts as relevant to a question: it holds at least a share of one of the quotes
 * that answer it, or consists to that share of a quote, whichever is easier.
 *
 * The rule decides what recall@k, hits and MRR of chunks mean. Any touch would count a chunk that
 * holds one letter of the answer; the whole quote would leave small chunks without any relevant one.
 * Half of the shorter of the two is fair to both: a long chunk must hold most of the quote, and a
 * chunk shorter than the quote must be mostly quote. Characters (`spanScores`) need no such rule.
 *
 * Formula: `shared >= share x min(chunk, quote)`. Units: characters.
 *
 * @throws RangeError when the share is not above 0 and at most 1
 * @example isRelevantChunk({ start: 0, end: 100 }, [{ start: 90, end: 130 }]) // false: 10 of 40
 */
export function isRelevantChunk(chunk: Span, quotes: readonly Span[], share = HALF): boolean {
  if (!(share > 0 && share <= 1)) {
    throw new RangeError(`The share is ${share}; it must be above 0 and at most 1.`)
  }
  return quotes.some((quote) => {
    const shared = Math.min(chunk.end, quote.end) - Math.max(chunk.start, quote.start)
    const shorter = Math.min(chunk.end - chunk.start, quote.end - quote.start)
    return shared > 0 && shared >= share * shorter
  })
}
