import { logChoose } from './log-choose.ts'
import { checkTwoShares } from './two-shares.ts'
import type { TwoShares } from './two-shares.ts'

/** Tables as likely as the one seen count as such in spite of rounding. */
const AS_LIKELY = 1 + 1e-9

/**
 * Fisher's exact test of two independent shares, two-sided: the probability of all ways to deal the
 * successes to the two groups that are no likelier than the one seen.
 *
 * Formula: sum of hypergeometric probabilities. Units: probability.
 *
 * @throws RangeError when a group has no trials or no counts
 * @example fisherExact({
 *   firstSuccesses: 8, firstTrials: 10, secondSuccesses: 5, secondTrials: 10,
 * }) // 0.3498452012383901
 */
export function fisherExact(shares: TwoShares): number {
  checkTwoShares(shares)
  const { firstSuccesses, firstTrials, secondSuccesses, secondTrials } = shares
  const successes = firstSuccesses + secondSuccesses
  const all = logChoose(firstTrials + secondTrials, successes)
  const probability = (first: number): number =>
    Math.exp(logChoose(firstTrials, first) + logChoose(secondTrials, successes - first) - all)
  const limit = probability(firstSuccesses) * AS_LIKELY
  let sum = 0
  for (let first = 0; first <= Math.min(firstTrials, successes); first++) {
    const each = probability(first)
    if (each <= limit) sum += each
  }
  return Math.min(1, sum)
}
