import { wilsonHighFormula, wilsonLowFormula } from './wilson.formula.ts'

/** Normal quantile of an interval that misses 1 in 20. */
const Z_95 = 1.959963984540054

/**
 * The Wilson score interval: where the true share lies, judged by successes among trials. Unlike the
 * usual plus-or-minus it stays within 0 to 1 and holds for few trials.
 *
 * Formula: `wilson-low`, `wilson-high`. Units: shares of 1; z is the normal quantile, 1.96 for 95 %.
 * Source: `wilson-1927`.
 *
 * @throws RangeError when the trials are none, the successes are not between 0 and the trials, or z
 * is negative
 * @example wilsonInterval(5, 10) // { low: 0.2365930908…, high: 0.7634069091… }
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  z: number = Z_95,
): { readonly low: number; readonly high: number } {
  if (!Number.isFinite(trials) || trials <= 0) {
    throw new RangeError(`There are ${trials} trials; an interval needs more than 0.`)
  }
  if (!(successes >= 0 && successes <= trials)) {
    throw new RangeError(`There are ${successes} successes in ${trials} trials.`)
  }
  if (!Number.isFinite(z) || z < 0) {
    throw new RangeError(`The normal quantile is ${z}; it must be a number, 0 or more.`)
  }
  const values = { successes, trials, z }
  return {
    low: successes === 0 ? 0 : Math.max(0, wilsonLowFormula.evaluate(values)),
    high: successes === trials ? 1 : Math.min(1, wilsonHighFormula.evaluate(values)),
  }
}
