import type { Candidates } from './candidates.ts'

/**
 * How many candidates weigh at least so much, found by halving since the weights fall.
 *
 * Units: weights, the largest being 1.
 *
 * @example weightAtLeast(candidatesOf([0, Math.log(0.5), Math.log(0.1)]), 0.2) // 2
 */
export function weightAtLeast({ weights }: Candidates, weight: number): number {
  let low = 0
  let high = weights.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((weights[middle] ?? 0) >= weight) low = middle + 1
    else high = middle
  }
  return low
}
