import { checkCounts } from './check-counts.ts'
import { logChoose } from './log-choose.ts'

/**
 * Probability of exactly so many successes in trials that succeed with a share.
 *
 * Formula: `C(trials, successes) share^successes (1 - share)^(trials - successes)`.
 * Units: probability.
 *
 * @throws RangeError when the counts or the share are out of their ranges
 * @example binomialProbability(1, 2, 0.5) // 0.5 (in floating point)
 */
export function binomialProbability(successes: number, trials: number, share: number): number {
  checkCounts(successes, trials)
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`A share is ${share}; it must lie between 0 and 1.`)
  }
  if (share === 0) return successes === 0 ? 1 : 0
  if (share === 1) return successes === trials ? 1 : 0
  const misses = trials - successes
  return Math.exp(
    logChoose(trials, successes) + successes * Math.log(share) + misses * Math.log1p(-share),
  )
}

/**
 * Probability of so many successes or fewer.
 *
 * Formula: sum of `binomialProbability`. Units: probability.
 *
 * @throws RangeError when the counts or the share are out of their ranges
 * @example binomialAtMost(0, 2, 0.5) // 0.25 (in floating point)
 */
export function binomialAtMost(successes: number, trials: number, share: number): number {
  let sum = 0
  for (let each = 0; each <= successes; each++) sum += binomialProbability(each, trials, share)
  return Math.min(1, sum)
}
