import { checkCounts } from './check-counts.ts'
import { passAtKFormula } from './pass-at-k.formula.ts'

/**
 * pass@k: the chance that at least one of k samples is correct, judged by n samples of which c are.
 * Counting from more samples than k and not from one draw of k makes it steadier, and unbiased.
 *
 * Formula: `pass-at-k`, worked out as a product that cannot overflow. Units: probability.
 * Source: `pass-at-k-notes`.
 *
 * @throws RangeError when the correct are not among the samples, or k is no whole number from 1 to n
 * @example passAtK({ samples: 10, correct: 3, k: 5 }) // 0.9166666666666666
 */
export function passAtK({
  samples,
  correct,
  k,
}: {
  readonly samples: number
  readonly correct: number
  readonly k: number
}): number {
  checkCounts(correct, samples)
  if (!Number.isInteger(k) || k < 1 || k > samples) {
    throw new RangeError(`k is ${k}; it must be a whole number from 1 to the ${samples} samples.`)
  }
  if (samples - correct < k) return 1
  return passAtKFormula.evaluate({ samples, correct, k })
}
