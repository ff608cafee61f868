import { placeOf } from '../sampling/place-of.ts'
import { runningSums } from '../sampling/running-sums.ts'
import { seededRandom } from '../sampling/seeded-random.ts'
import type { SamplingResult } from './sampling-result.ts'

/** A token that was drawn, and the number that chose it. */
export interface Pick {
  readonly id: number
  /** Place among the kept tokens, from 0. */
  readonly place: number
  readonly probability: number
  /** The random number, from 0 up to 1. */
  readonly random: number
  /** The stretch of the running sum that belongs to the token. */
  readonly from: number
  readonly to: number
}

/**
 * Draws the next token with the first random number of a seed; writing on from here with the same
 * seed begins with this very token.
 *
 * Units: shares of 1.
 *
 * @throws RangeError when the seed is no whole number
 * @example pickToken(result, 42).random // 0.6394267984578837
 */
export function pickToken({ chain }: SamplingResult, seed: number): Pick {
  const random = seededRandom(seed)()
  const sums = runningSums(chain.probabilities)
  const place = placeOf(sums, random)
  return {
    id: chain.keptTokenIds[place] ?? 0,
    place,
    probability: chain.probabilities[place] ?? 0,
    random,
    from: place === 0 ? 0 : (sums[place - 1] ?? 0),
    to: sums[place] ?? 1,
  }
}
