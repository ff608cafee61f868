import { formatNumber } from './format-number.ts'

/**
 * Writes a count as a whole number with commas between thousands.
 * Errors: RangeError when the value is not finite.
 *
 * @example formatCount(42000) //=> '42,000'
 */
export function formatCount(count: number): string {
  return formatNumber(count)
}
