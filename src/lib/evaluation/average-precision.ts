import { gradesOf, idealGrades } from './grades-of.ts'
import type { RankedAnswer } from './relevance.ts'

/**
 * Average precision: the precision at the rank of every relevant document, averaged over all
 * relevant ones, also those that the ranking lacks. Its mean over questions is MAP.
 *
 * Formula: `sum of precision at the relevant ranks / relevant`. Units: share of 1.
 * Source: `trec-eval-code`.
 *
 * @example averagePrecision({ ranking: ['a', 'b', 'c'], relevance: { a: 1, c: 1 } })
 * // 0.8333333333333333: (1/1 + 2/3) / 2
 */
export function averagePrecision(answer: RankedAnswer): number {
  const relevant = idealGrades(answer.relevance).length
  if (relevant === 0) return 0
  let hits = 0
  let sum = 0
  for (const [place, grade] of gradesOf(answer).entries()) {
    if (grade === 0) continue
    hits += 1
    sum += hits / (place + 1)
  }
  return sum / relevant
}
