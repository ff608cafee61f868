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

/** Where in a seed's series of random numbers the next draw stands. */
export interface DrawPlace {
  readonly seed: number
  /** How many numbers of the series were drawn before: one for each token written so far. */
  readonly skip: number
}

/**
 * Draws the next token with the random number that is its own in the seed's series: the first for
 * the first token after the prompt, the next for the next. So single draws give the same text as
 * writing on in one go.
 *
 * Units: shares of 1.
 *
 * @throws RangeError when the seed is no whole number
 * @example pickToken(result, { seed: 42, skip: 0 }).random // 0.6394267984578837
 * @example pickToken(result, { seed: 42, skip: 1 }).random // 0.025010755222666936
 */
export function pickToken({ chain }: SamplingResult, { seed, skip }: DrawPlace): Pick {
  const next = seededRandom(seed)
  for (let taken = 0; taken < skip; taken++) next()
  const random = next()
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
