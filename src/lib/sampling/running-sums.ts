/**
 * Sums of the first one, two, three and so on values.
 *
 * Units: those of the values.
 *
 * @example runningSums([0.5, 0.25, 0.25]) // Float64Array [0.5, 0.75, 1]
 */
export function runningSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length)
  let total = 0
  for (let index = 0; index < values.length; index++) {
    total += values[index] ?? 0
    sums[index] = total
  }
  return sums
}
