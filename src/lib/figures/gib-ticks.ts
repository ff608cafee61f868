import { bytesPer } from '../units/units.ts'

/**
 * Whole GiB from 0 up to the largest value, in bytes: marks of an axis.
 *
 * @example gibTicks(2.5 * 2 ** 30) //=> [0, 1073741824, 2147483648]
 */
export const gibTicks = (largestBytes: number): number[] =>
  Array.from(
    { length: Math.floor(largestBytes / bytesPer.GiB) + 1 },
    (_, index) => index * bytesPer.GiB,
  )
