import { checkProbabilities } from './check-probabilities.ts'
import { placeOf } from './place-of.ts'
import { runningSums } from './running-sums.ts'

/**
 * Draws one place of a distribution: the first at which the running sum of the probabilities passes a
 * random number. A place of probability 0 is never drawn.
 *
 * Units: a place from 0; give `random` numbers from 0 up to, not including, 1.
 *
 * @throws RangeError when the numbers are no probability distribution
 * @example draw([0.1, 0.9], () => 0.5) // 1
 */
export function draw(probabilities: ArrayLike<number>, random: () => number): number {
  checkProbabilities(probabilities)
  return placeOf(runningSums(probabilities), random())
}
