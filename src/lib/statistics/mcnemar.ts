import { binomialAtMost } from './binomial.ts'
import { checkCounts } from './check-counts.ts'
import { mcnemarFormula } from './mcnemar.formula.ts'
import { twoSidedP } from './normal-distribution.ts'

/** Questions that only one of two systems answers rightly; the others say nothing about them. */
export interface Discordant {
  readonly onlyFirst: number
  readonly onlySecond: number
}

/**
 * McNemar's exact test of two systems on the same questions: how likely so lopsided a split of the
 * questions that only one of them gets right would be, if a coin had decided each.
 *
 * Formula: `2 P(X <= the smaller)`, X binomial with share 1/2, at most 1. Units: probability.
 * Source: `statsmodels-mcnemar`.
 *
 * @throws RangeError when a count is no whole number from 0
 * @example mcnemarExact({ onlyFirst: 3, onlySecond: 9 }) // 0.14599609375 (in floating point)
 */
export function mcnemarExact({ onlyFirst, onlySecond }: Discordant): number {
  const trials = onlyFirst + onlySecond
  checkCounts(onlyFirst, trials)
  return Math.min(1, 2 * binomialAtMost(Math.min(onlyFirst, onlySecond), trials, 0.5))
}

/**
 * The same by the chi-square distribution, with the correction for whole numbers; for large counts.
 *
 * Formula: `mcnemar-corrected`. Units: none; probability.
 * Source: `statsmodels-mcnemar`.
 *
 * @throws RangeError when a count is no whole number from 0, or both are 0
 * @example mcnemarCorrected({ onlyFirst: 3, onlySecond: 9 }).statistic // 2.0833333333333335
 */
export function mcnemarCorrected({ onlyFirst, onlySecond }: Discordant): {
  readonly statistic: number
  readonly pValue: number
} {
  const trials = onlyFirst + onlySecond
  checkCounts(onlyFirst, trials)
  if (trials === 0) {
    throw new RangeError('No question tells the two apart, so there is nothing to test.')
  }
  const statistic = mcnemarFormula.evaluate({ onlyFirst, onlySecond })
  return { statistic, pValue: twoSidedP(Math.sqrt(statistic)) }
}
