import { checkCutoff, gradesOf } from './grades-of.ts'
import type { RankedAnswerAtK } from './relevance.ts'

/**
 * How many of the first k documents are relevant.
 *
 * Units: documents. Source: `trec-eval-code`.
 *
 * @throws RangeError when k is no whole number above 0
 * @example hitsAtK({ ranking: ['a', 'b', 'c'], relevance: { a: 1, c: 1 }, k: 2 }) // 1
 */
export function hitsAtK({ ranking, relevance, k }: RankedAnswerAtK): number {
  return gradesOf({ ranking, relevance })
    .slice(0, checkCutoff(k))
    .filter((grade) => grade > 0).length
}
