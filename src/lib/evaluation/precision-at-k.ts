import { hitsAtK } from './hits-at-k.ts'
import type { RankedAnswerAtK } from './relevance.ts'
import { precisionFormula } from './share-of-hits.formula.ts'

/**
 * Precision at k: which share of the first k documents is relevant. It divides by k also when fewer
 * were found.
 *
 * Formula: `precision-at-k`. Units: share of 1. Source: `trec-eval-code`.
 *
 * @throws RangeError when k is no whole number above 0
 * @example precisionAtK({ ranking: ['a', 'b'], relevance: { a: 1 }, k: 4 }) // 0.25
 */
export function precisionAtK(answer: RankedAnswerAtK): number {
  return precisionFormula.evaluate({ hits: hitsAtK(answer), k: answer.k })
}
