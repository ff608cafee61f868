import { byScore } from './by-score.ts'
import type { ScoredId } from './by-score.ts'
import { rrfTermFormula } from './rrf-term.formula.ts'

export interface FusionRequest<Id> {
  /** Names of documents, best first, one list for each way of searching. */
  readonly rankings: readonly (readonly Id[])[]
  /** 60 by custom; smaller values let the first ranks stand out. */
  readonly k?: number
}

/**
 * Reciprocal rank fusion: joins rankings by ranks alone, so that scores on different scales (BM25
 * and cosine) need no common measure. Best first; documents of equal score stand in the order in
 * which they are met, rank by rank, list by list.
 *
 * Formula: sum of `rrf-term` over the rankings that hold the document. Units: none.
 * Source: `rrf-2009`.
 *
 * @throws RangeError when k is no number from 0, or a ranking names a document twice
 * @example reciprocalRankFusion({ rankings: [['a', 'b'], ['b', 'c']], k: 60 })[0]
 * // { id: 'b', score: 0.03252247488101534 }
 */
export function reciprocalRankFusion<Id>({
  rankings,
  k = 60,
}: FusionRequest<Id>): readonly ScoredId<Id>[] {
  if (!Number.isFinite(k) || k < 0) {
    throw new RangeError(`k is ${k}; it must be a number, 0 or more.`)
  }
  if (rankings.some((ranking) => new Set(ranking).size < ranking.length)) {
    throw new RangeError('A ranking names a document twice; a document has one rank.')
  }
  const scores = new Map<Id, number>()
  const depth = rankings.reduce((most, { length }) => Math.max(most, length), 0)
  for (let place = 0; place < depth; place++) {
    for (const ranking of rankings) {
      for (const id of ranking.slice(place, place + 1)) {
        scores.set(id, (scores.get(id) ?? 0) + rrfTermFormula.evaluate({ rank: place + 1, k }))
      }
    }
  }
  return byScore(scores)
}
