/** Up to this many the logarithms are added one by one; beyond, Stirling's series is as precise. */
const TABLE_SIZE = 1024
const table = new Float64Array(TABLE_SIZE)
for (let n = 2; n < TABLE_SIZE; n++) table[n] = (table[n - 1] ?? 0) + Math.log(n)

/**
 * Logarithm of the number of ways to choose k of n; -Infinity where there is none.
 *
 * Formula: `ln n! - ln k! - ln (n - k)!`. Units: nats.
 *
 * @throws RangeError when n or k is no whole number, or n is negative
 * @example Math.exp(logChoose(5, 2)) // 10 (in floating point)
 */
export function logChoose(n: number, k: number): number {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(k) || n < 0) {
    throw new RangeError(`One cannot choose ${k} of ${n}; both must be whole numbers, n from 0.`)
  }
  if (k < 0 || k > n) return -Infinity
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

function logFactorial(n: number): number {
  if (n < TABLE_SIZE) return table[n] ?? 0
  const x = n + 1
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5)
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series
}
