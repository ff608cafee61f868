import { idealGrades } from './grades-of.ts'
import { hitsAtK } from './hits-at-k.ts'
import type { RankedAnswerAtK } from './relevance.ts'
import { recallFormula } from './share-of-hits.formula.ts'

/**
 * Recall at k: which share of the relevant documents stands among the first k. 0 when none is
 * relevant.
 *
 * Formula: `recall-at-k`. Units: share of 1. Source: `trec-eval-code`.
 *
 * @throws RangeError when k is no whole number above 0
 * @example recallAtK({ ranking: ['a', 'b', 'c'], relevance: { a: 1, c: 1 }, k: 2 }) // 0.5
 */
export function recallAtK(answer: RankedAnswerAtK): number {
  const hits = hitsAtK(answer)
  const relevant = idealGrades(answer.relevance).length
  return relevant === 0 ? 0 : recallFormula.evaluate({ hits, relevant })
}
