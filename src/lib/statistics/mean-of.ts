/**
 * The mean of numbers.
 *
 * Formula: `sum / count`. Units: those of the numbers.
 *
 * @throws RangeError when there is none
 * @example meanOf([1, 2, 6]) // 3
 */
export function meanOf(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('There is no number to take a mean of.')
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
