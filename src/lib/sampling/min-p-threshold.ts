import { requireShare } from './check-parameters.ts'
import { minPThresholdFormula } from './min-p-threshold.formula.ts'

/**
 * The probability below which min-p takes a token out.
 *
 * Formula: `min-p-threshold`. Units: probability. Source: `min-p-2024`.
 *
 * @throws RangeError when a value is outside 0 to 1
 * @example minPThreshold({ minP: 0.05, largest: 0.6 }) // 0.03
 */
export function minPThreshold({
  minP,
  largest,
}: {
  readonly minP: number
  readonly largest: number
}): number {
  return minPThresholdFormula.evaluate({
    minP: requireShare('min_p', minP),
    largest: requireShare('The largest probability', largest),
  })
}
