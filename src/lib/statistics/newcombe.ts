import { zOfConfidence } from './normal-distribution.ts'
import { checkTwoShares } from './two-shares.ts'
import type { TwoShares } from './two-shares.ts'
import { wilsonInterval } from './wilson-interval.ts'

/**
 * Newcombe's interval of the difference of two independent shares, first minus second, made of the
 * Wilson intervals of both.
 *
 * Formula: `d - sqrt((p1 - l1)^2 + (u2 - p2)^2)` to `d + sqrt((u1 - p1)^2 + (p2 - l2)^2)`.
 * Units: shares of 1. Source: `wilson-1927`, `statsmodels-proportion`.
 *
 * @throws RangeError when a group has no trials or no counts, or the confidence is not between 0 and 1
 * @example newcombe({
 *   firstSuccesses: 8, firstTrials: 10, secondSuccesses: 5, secondTrials: 10,
 * }).low // -0.106672465271506…
 */
export function newcombe(
  shares: TwoShares,
  confidence = 0.95,
): { readonly low: number; readonly high: number } {
  checkTwoShares(shares)
  const z = zOfConfidence(confidence)
  const { firstSuccesses, firstTrials, secondSuccesses, secondTrials } = shares
  const one = firstSuccesses / firstTrials
  const other = secondSuccesses / secondTrials
  const first = wilsonInterval(firstSuccesses, firstTrials, z)
  const second = wilsonInterval(secondSuccesses, secondTrials, z)
  return {
    low: one - other - Math.hypot(one - first.low, second.high - other),
    high: one - other + Math.hypot(first.high - one, other - second.low),
  }
}
