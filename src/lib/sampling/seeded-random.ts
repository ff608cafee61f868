import { mersenneTwister } from './mersenne-twister.ts'

/**
 * A source of random numbers that always gives the same row for the same seed: the Mersenne Twister
 * MT19937, started and read as Python's `random` module does, so that `random.seed(42)` and
 * `random.random()` there give the very same numbers. A negative seed counts as its amount.
 *
 * Units: numbers from 0 up to, not including, 1, with 53 random bits. Source: `mersenne-twister-2002`.
 *
 * @throws RangeError when the seed is no whole number between -2^53 and 2^53
 * @example
 * const random = seededRandom(42)
 * random() // 0.6394267984578837
 * random() // 0.025010755222666936
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`The seed is ${seed}; it must be a whole number between -2^53 and 2^53.`)
  }
  const amount = Math.abs(seed)
  const high = Math.floor(amount / 2 ** 32)
  const next = mersenneTwister(high === 0 ? [amount] : [amount % 2 ** 32, high])
  return () => {
    const upper = next() >>> 5
    const lower = next() >>> 6
    return (upper * 2 ** 26 + lower) / 2 ** 53
  }
}
