import { formatBytes } from '../format/format-bytes.ts'
import { bytesPer, byteUnits } from '../units/units.ts'
import type { ByteBase } from '../units/units.ts'

/**
 * Writes a size with two decimals, or with three where these are the whole truth: 2.125 GiB, but
 * 3.66 GiB for 3.6621 GiB.
 *
 * @example sizeText(2.125 * 2 ** 30, 'iec') //=> '2.125 GiB'
 * @example sizeText(3.6621 * 2 ** 30, 'iec') //=> '3.66 GiB'
 */
export function sizeText(bytes: number, base: ByteBase): string {
  const unit = byteUnits[base].findLast((each) => Math.abs(bytes) >= bytesPer[each]) ?? 'B'
  const thousandths = (bytes / bytesPer[unit]) * 1000
  const exact = Math.abs(bytes) < 10 * bytesPer[unit] && Number.isInteger(thousandths)
  return formatBytes(bytes, { base, digits: exact ? 3 : 2 })
}
