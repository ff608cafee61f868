import type { Candidates } from '../candidates.ts'
import { requireNumber } from '../check-parameters.ts'
import { keptRange } from '../kept-range.ts'
import { MASS_TOLERANCE } from '../tolerance.ts'

/**
 * Keeps the tokens whose logit is within n standard deviations of the largest. Since both sides scale
 * with the temperature, temperature before or after makes no difference. n = 0 or less is off.
 *
 * Formula: logit >= largest - n x sigma, sigma over the candidates (divided by their number).
 * Units: logits. Source: `top-n-sigma-2024`.
 *
 * @throws RangeError when n is no number
 * @example topNSigma(candidatesOf([0, -1]), { n: 1 }).ids.length // 1: sigma is 0.5
 */
export function topNSigma(candidates: Candidates, { n }: { readonly n: number }): Candidates {
  requireNumber('top_n_sigma', n)
  if (n <= 0) return candidates
  const { logits, listed } = candidates
  const largest = logits[0] ?? 0
  const below = deviation(logits, largest) * n * (1 + MASS_TOLERANCE)
  let end = 1
  while (end < logits.length && largest - (logits[end] ?? 0) <= below) end++
  return keptRange(candidates, 0, end, listed)
}

/** Standard deviation; differences from the largest are taken first, so that digits survive. */
function deviation(logits: Float64Array, largest: number): number {
  let mean = 0
  for (let index = 0; index < logits.length; index++) mean += (logits[index] ?? 0) - largest
  mean /= logits.length
  let squares = 0
  for (let index = 0; index < logits.length; index++) {
    squares += ((logits[index] ?? 0) - largest - mean) ** 2
  }
  return Math.sqrt(squares / logits.length)
}
