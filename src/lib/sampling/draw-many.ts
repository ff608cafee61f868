import { checkProbabilities } from './check-probabilities.ts'
import { placeOf } from './place-of.ts'
import { runningSums } from './running-sums.ts'

/**
 * Draws many times from one distribution and counts how often each place came.
 *
 * Units: draws.
 *
 * @throws RangeError when the numbers are no distribution, or `draws` is no whole number of 1 or more
 * @example drawMany({ probabilities: [0, 1], draws: 10, random: seededRandom(1) }) // Uint32Array [0, 10]
 */
export function drawMany({
  probabilities,
  draws,
  random,
}: {
  readonly probabilities: ArrayLike<number>
  readonly draws: number
  readonly random: () => number
}): Uint32Array {
  checkProbabilities(probabilities)
  if (!Number.isInteger(draws) || draws < 1) {
    throw new RangeError(`The number of draws is ${draws}; it must be a whole number, 1 or more.`)
  }
  const sums = runningSums(probabilities)
  const counts = new Uint32Array(probabilities.length)
  for (let round = 0; round < draws; round++) {
    const place = placeOf(sums, random())
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}
