import { checkCounts } from './check-counts.ts'

/** Successes of two groups that were tried independently of each other. */
export interface TwoShares {
  readonly firstSuccesses: number
  readonly firstTrials: number
  readonly secondSuccesses: number
  readonly secondTrials: number
}

/**
 * That both groups have trials and counts.
 *
 * @throws RangeError when they have not
 * @example checkTwoShares({ firstSuccesses: 8, firstTrials: 10, secondSuccesses: 5, secondTrials: 10 })
 */
export function checkTwoShares(shares: TwoShares): void {
  checkCounts(shares.firstSuccesses, shares.firstTrials)
  checkCounts(shares.secondSuccesses, shares.secondTrials)
  if (shares.firstTrials === 0 || shares.secondTrials === 0) {
    throw new RangeError('A group has no trials; a comparison needs some of both.')
  }
}
