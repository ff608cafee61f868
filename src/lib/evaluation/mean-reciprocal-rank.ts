import { reciprocalRank } from './reciprocal-rank.ts'
import type { RankedAnswer } from './relevance.ts'
import { meanOf } from '../statistics/mean-of.ts'

/**
 * Mean reciprocal rank (MRR): the mean over questions of 1 over the rank of the first relevant
 * document.
 *
 * Formula: `mean of 1 / rank`. Units: share of 1. Source: `trec-eval-code`.
 *
 * @throws RangeError when there is no question
 * @example meanReciprocalRank([
 *   { ranking: ['a', 'b'], relevance: { a: 1 } },
 *   { ranking: ['a', 'b'], relevance: { b: 1 } },
 * ]) // 0.75
 */
export function meanReciprocalRank(answers: readonly RankedAnswer[]): number {
  if (answers.length === 0) {
    throw new RangeError('There is no question to take a mean over.')
  }
  return meanOf(answers.map(reciprocalRank))
}
