import { complementaryError } from './complementary-error.ts'

/**
 * Two-sided probability of a standard normal number at least as far from 0 as z: the p-value of z.
 *
 * Formula: `erfc(|z| / sqrt 2)`. Units: probability.
 *
 * @example twoSidedP(1.959963984540054) // 0.05
 */
export function twoSidedP(z: number): number {
  return complementaryError(Math.abs(z) / Math.SQRT2)
}

/**
 * The z that a standard normal number exceeds in size in 1 - confidence of the cases: 1.96 for 95 %.
 *
 * Formula: solves `erfc(z / sqrt 2) = 1 - confidence` by halving. Units: standard deviations.
 *
 * @throws RangeError when the confidence is not between 0 and 1
 * @example zOfConfidence(0.95) // 1.959963984540054
 */
export function zOfConfidence(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`The confidence is ${confidence}; it must lie between 0 and 1.`)
  }
  let low = 0
  let high = 40
  for (let halving = 0; halving < 200; halving++) {
    const middle = (low + high) / 2
    if (twoSidedP(middle) > 1 - confidence) low = middle
    else high = middle
  }
  return (low + high) / 2
}
