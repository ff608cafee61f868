import { binomialProbability } from './binomial.ts'

/**
 * How often a majority of independent voters is right, each being right with the same share. Above
 * one half a crowd is better than one, below it worse; and voters that err together gain nothing.
 *
 * Formula: `P(X > voters / 2)`, X binomial; with `ties: 'half'` an even split counts one half, else
 * nothing. Units: share of 1.
 *
 * @throws RangeError when the voters are no whole number above 0 or the share is not within 0 to 1
 * @example majorityVoteAccuracy({ voters: 3, accuracyOfOne: 0.6 }) // 0.648 (in floating point)
 */
export function majorityVoteAccuracy({
  voters,
  accuracyOfOne,
  ties = 'wrong',
}: {
  readonly voters: number
  readonly accuracyOfOne: number
  readonly ties?: 'wrong' | 'half'
}): number {
  if (!Number.isInteger(voters) || voters < 1) {
    throw new RangeError(`There are ${voters} voters; there must be a whole number above 0.`)
  }
  let sum = 0
  for (let right = Math.ceil(voters / 2); right <= voters; right++) {
    const weight = 2 * right > voters ? 1 : ties === 'half' ? 0.5 : 0
    sum += weight * binomialProbability(right, voters, accuracyOfOne)
  }
  return Math.min(1, sum)
}
