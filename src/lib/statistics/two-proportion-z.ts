import { twoSidedP } from './normal-distribution.ts'
import { checkTwoShares } from './two-shares.ts'
import type { TwoShares } from './two-shares.ts'

/**
 * Two-sided z test of two independent shares, the variance from both together. When all or none of
 * both groups succeed, z is 0.
 *
 * Formula: `(p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2))`, p of both groups. Units: standard deviations;
 * probability.
 *
 * @throws RangeError when a group has no trials or no counts
 * @example twoProportionZ({
 *   firstSuccesses: 8, firstTrials: 10, secondSuccesses: 5, secondTrials: 10,
 * }).z // 1.4064216928154865
 */
export function twoProportionZ(shares: TwoShares): { readonly z: number; readonly pValue: number } {
  checkTwoShares(shares)
  const { firstSuccesses, firstTrials, secondSuccesses, secondTrials } = shares
  const pooled = (firstSuccesses + secondSuccesses) / (firstTrials + secondTrials)
  const variance = pooled * (1 - pooled) * (1 / firstTrials + 1 / secondTrials)
  const difference = firstSuccesses / firstTrials - secondSuccesses / secondTrials
  const z = variance === 0 ? 0 : difference / Math.sqrt(variance)
  return { z, pValue: twoSidedP(z) }
}
