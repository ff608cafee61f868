import { byteUnits, bytesPer } from '../units/units.ts'
import type { ByteBase, ByteUnit } from '../units/units.ts'
import { formatNumber } from './format-number.ts'

export interface BytesFormat {
  /** 'iec' (GiB, the default) or 'si' (GB); one text never mixes them. */
  readonly base?: ByteBase
  /** Most decimals; default 1, trailing zeros dropped. */
  readonly digits?: number
  /** Fixes the unit, so that the numbers of a column compare. */
  readonly unit?: ByteUnit
  readonly keepZeros?: boolean
}

/**
 * Writes a size in the largest unit of its base in which it is at least 1.
 * Errors: RangeError when bytes is not finite.
 *
 * @example formatBytes(536870912) //=> '512 MiB'
 * @example formatBytes(24e9, { base: 'si' }) //=> '24 GB'
 */
export function formatBytes(bytes: number, format: BytesFormat = {}): string {
  const { base = 'iec', digits = 1, keepZeros = false } = format
  const unit = format.unit ?? fittingUnit({ bytes, base, digits })
  const shown = unit === 'B' ? 0 : digits
  return `${formatNumber(bytes / bytesPer[unit], { digits: shown, keepZeros })} ${unit}`
}

/** Compares what will be shown: 1023.97 MiB rounds to 1024.0 and reads better as 1 GiB. */
function fittingUnit(size: { bytes: number; base: ByteBase; digits: number }): ByteUnit {
  const rounding = 10 ** size.digits
  let chosen: ByteUnit = 'B'
  for (const unit of byteUnits[size.base]) {
    const inChosen = Math.round((Math.abs(size.bytes) / bytesPer[chosen]) * rounding) / rounding
    if (inChosen * bytesPer[chosen] >= bytesPer[unit]) chosen = unit
  }
  return chosen
}
