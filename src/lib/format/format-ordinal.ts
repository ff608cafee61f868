import { formatCount } from './format-count.ts'

/**
 * Writes a place in an order: 1st, 2nd, 3rd, 4th, 11th.
 * Errors: RangeError when the number is not finite.
 *
 * @example formatOrdinal(22) //=> '22nd'
 */
export function formatOrdinal(place: number): string {
  const lastTwo = place % 100
  const teen = lastTwo > 10 && lastTwo < 14
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
  return `${formatCount(place)}${ending}`
}
