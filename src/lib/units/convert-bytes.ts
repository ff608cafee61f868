import { bytesPer } from './units.ts'
import type { ByteUnit } from './units.ts'

/**
 * Converts an amount between units of size: amount x bytes per `from` / bytes per `to`.
 * Units: any two of `bytesPer`. Never throws for finite amounts.
 *
 * @example convertBytes({ amount: 24, from: 'GB', to: 'GiB' }) //=> 22.351741790771484
 */
export function convertBytes(conversion: {
  readonly amount: number
  readonly from: ByteUnit
  readonly to: ByteUnit
}): number {
  const { amount, from, to } = conversion
  return (amount * bytesPer[from]) / bytesPer[to]
}
