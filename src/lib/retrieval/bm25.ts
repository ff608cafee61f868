import { bm25Index } from './bm25-index.ts'
import type { Bm25Index } from './bm25-index.ts'
import { bm25Scorer } from './bm25-scorer.ts'
import type { Bm25Options } from './bm25-scorer.ts'

export interface Bm25Request extends Bm25Options {
  /** The words of each document. */
  readonly documents: readonly (readonly string[])[]
  readonly query: readonly string[]
}

/**
 * BM25: a score for every document by the words that it shares with the query. Rare words count
 * more, further mentions less, long documents less. Without a variant it is Lucene's, with k1 1.5
 * and b 0.75.
 *
 * Formula: sum over the query's words of rarity (`bm25-idf-lucene` and kin) times worth
 * (`bm25-saturation` and kin). Units: none; scores of two queries cannot be compared.
 * Source: `bm25s-code`, `rank-bm25-code`.
 *
 * @throws RangeError when there is no document, or a parameter is out of its range
 * @example bm25({ documents: [['cat', 'sat'], ['dog']], query: ['cat'] }) // [0.24…, 0]
 */
export function bm25({ documents, query, ...options }: Bm25Request): number[] {
  return bm25Scores(bm25Index(documents), query, options)
}

/**
 * The same on documents that are counted already.
 *
 * @throws RangeError when a parameter is out of its range
 * @example bm25Scores(bm25Index([['cat', 'sat'], ['dog']]), ['cat']) // [0.24…, 0]
 */
export function bm25Scores(
  index: Bm25Index,
  query: readonly string[],
  options: Bm25Options = {},
): number[] {
  const { parts } = bm25Scorer(index, query, options)
  return index.counts.map((_, document) =>
    parts(document).reduce((sum, { score }) => sum + score, 0),
  )
}
