import { meanOf } from '../statistics/mean-of.ts'

/** What BM25 needs to know about a list of documents, counted once for any number of queries. */
export interface Bm25Index {
  /** How often each document holds each of its words. */
  readonly counts: readonly ReadonlyMap<string, number>[]
  /** Words of each document. */
  readonly words: readonly number[]
  readonly meanWords: number
  /** How many documents hold a word. */
  readonly holding: ReadonlyMap<string, number>
}

/**
 * Counts the words of a list of documents for BM25.
 *
 * Units: words. Source: `bm25s-code`.
 *
 * @throws RangeError when there is no document
 * @example bm25Index([['red', 'fox'], ['fox']]).holding.get('fox') // 2
 */
export function bm25Index(documents: readonly (readonly string[])[]): Bm25Index {
  if (documents.length === 0) {
    throw new RangeError('There is no document to search in; give BM25 at least one.')
  }
  const counts = documents.map(countsOf)
  const holding = new Map<string, number>()
  for (const document of counts) {
    for (const word of document.keys()) holding.set(word, (holding.get(word) ?? 0) + 1)
  }
  const words = documents.map(({ length }) => length)
  const meanWords = meanOf(words)
  return { counts, words, meanWords, holding }
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
