import { logScale } from '../chart/scale.ts'

/** Smallest error that the chart tells from none, and the largest it shows, as shares. */
export const ERROR_ENDS = [1e-5, 1] as const

/** Marks of the chart's axis, as shares. */
export const ERROR_MARKS: readonly number[] = [1e-4, 1e-3, 1e-2, 1e-1, 1]

const beyond = logScale({ domain: ERROR_ENDS, range: [12, 100] })

/**
 * Where an error stands on the accuracy chart's axis, 0 to 100: everything below a thousandth of a
 * per cent stands at 4 ("exact"), the rest on a logarithmic scale from 12 on.
 *
 * @example errorPosition(0) //=> 4
 * @example errorPosition(1) //=> 100
 */
export const errorPosition = (error: number): number => {
  const size = Math.abs(error)
  if (size < ERROR_ENDS[0]) return 4
  return beyond(Math.min(size, ERROR_ENDS[1]))
}
