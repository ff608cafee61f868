import { hitsAtK } from './hits-at-k.ts'
import type { RankedAnswerAtK } from './relevance.ts'

/**
 * Hit at k: 1 when at least one of the first k documents is relevant, else 0. Its mean over
 * questions is the hit rate (trec_eval calls it success).
 *
 * Units: 0 or 1. Source: `trec-eval-code`.
 *
 * @throws RangeError when k is no whole number above 0
 * @example hitAtK({ ranking: ['a', 'b'], relevance: { b: 1 }, k: 1 }) // 0
 */
export function hitAtK(answer: RankedAnswerAtK): number {
  return hitsAtK(answer) > 0 ? 1 : 0
}
