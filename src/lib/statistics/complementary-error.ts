/** Below this the series of erf is quick and loses no digits; above it the continued fraction is. */
const SERIES_TO = 2.5

/**
 * The complementary error function, `erfc(x) = 1 - erf(x)`, precise also in its tail.
 *
 * Formula: series of erf for small x, continued fraction for large. Units: none.
 *
 * @example complementaryError(0) // 1
 */
export function complementaryError(x: number): number {
  if (x < 0) return 2 - complementaryError(-x)
  return x < SERIES_TO ? 1 - errorSeries(x) : errorFraction(x)
}

/** erf(x) = 2/sqrt(pi) e^(-x^2) sum of 2^n x^(2n+1) / (1 3 5 ... (2n+1)). */
function errorSeries(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

/** erfc(x) = e^(-x^2) / sqrt(pi) / (x + 1/2 / (x + 1 / (x + 3/2 / (x + ...)))), from the inside. */
function errorFraction(x: number): number {
  let below = x
  for (let n = 120; n >= 1; n--) below = x + n / 2 / below
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / below
}
