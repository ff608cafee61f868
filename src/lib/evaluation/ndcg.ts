import { dcgExponentialTermFormula, dcgLinearTermFormula } from './dcg-term.formula.ts'
import { checkCutoff, gradesOf, idealGrades } from './grades-of.ts'
import type { RankedAnswer } from './relevance.ts'

export interface NdcgRequest extends RankedAnswer {
  /** The cutoff; without it the whole ranking counts. */
  readonly k?: number
  /** 'linear' takes the grade, as trec_eval does; 'exponential' takes 2^grade - 1. */
  readonly gain?: 'linear' | 'exponential'
}

/**
 * Normalised discounted cumulative gain: what the documents of the ranking are worth at their ranks,
 * over what the best possible ranking would be worth. 0 when none is relevant.
 *
 * Formula: sum of `dcg-linear-term` or `dcg-exponential-term`, over the same of the ideal ranking.
 * Units: share of 1. Source: `trec-eval-code`.
 *
 * @throws RangeError when k is no whole number above 0
 * @example ndcg({ ranking: ['a', 'b', 'c'], relevance: { a: 0, b: 3, c: 1 }, k: 3 }) // 0.6590018048024133
 */
export function ndcg({ ranking, relevance, k, gain = 'linear' }: NdcgRequest): number {
  const cutoff = k === undefined ? Infinity : checkCutoff(k)
  const ideal = dcg(idealGrades(relevance), cutoff, gain)
  const own = dcg(gradesOf({ ranking, relevance }), cutoff, gain)
  return ideal === 0 ? 0 : Math.min(1, own / ideal)
}

function dcg(grades: readonly number[], cutoff: number, gain: 'linear' | 'exponential'): number {
  const { evaluate } = gain === 'linear' ? dcgLinearTermFormula : dcgExponentialTermFormula
  return grades
    .slice(0, Number.isFinite(cutoff) ? cutoff : grades.length)
    .reduce((sum, grade, place) => sum + evaluate({ grade, rank: place + 1 }), 0)
}
