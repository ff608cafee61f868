import { bytesPer } from '../units/units.ts'

/**
 * Bytes of a device that programs may use: its memory times the share that the system leaves.
 *
 * @example usableBytes({ memoryGiB: 64, usableShare: 0.75 }) //=> 51539607552
 */
export const usableBytes = (device: {
  readonly memoryGiB: number
  readonly usableShare: number
}): number => Math.round(device.memoryGiB * device.usableShare * bytesPer.GiB)
