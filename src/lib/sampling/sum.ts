/**
 * Sum with Neumaier's compensation: the error does not grow with the number of values.
 *
 * Units: those of the values.
 *
 * @example sum([1e16, 1, -1e16]) // 1
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0
  let lost = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}
