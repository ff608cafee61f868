import { gradesOf } from './grades-of.ts'
import type { RankedAnswer } from './relevance.ts'

/**
 * Reciprocal rank: 1 over the rank of the first relevant document, 0 when there is none.
 *
 * Formula: `1 / rank`. Units: share of 1. Source: `trec-eval-code`.
 *
 * @example reciprocalRank({ ranking: ['a', 'b', 'c'], relevance: { b: 1, c: 1 } }) // 0.5
 */
export function reciprocalRank(answer: RankedAnswer): number {
  const place = gradesOf(answer).findIndex((grade) => grade > 0)
  return place === -1 ? 0 : 1 / (place + 1)
}
