export interface NumberFormat {
  /** Most decimals to show; trailing zeros are dropped unless `keepZeros`. Default 0. */
  readonly digits?: number
  readonly keepZeros?: boolean
}

/**
 * Writes a number in English with commas between thousands and a point before decimals, the same
 * in Node and in every browser. Rounds half away from zero, as `toFixed` does on the stored value.
 * Errors: RangeError when the value is not finite or `digits` is not a whole number from 0 to 12.
 *
 * @example formatNumber(1234.5, { digits: 2 }) //=> '1,234.5'
 */
export function formatNumber(value: number, format: NumberFormat = {}): string {
  const { digits = 0, keepZeros = false } = format
  if (!Number.isFinite(value)) {
    throw new RangeError(`formatNumber: value is ${value}; expected a finite number`)
  }
  if (!Number.isInteger(digits) || digits < 0 || digits > 12) {
    throw new RangeError(`formatNumber: digits is ${digits}; expected a whole number from 0 to 12`)
  }
  const magnitude = Math.abs(value)
  // From 1e21 on, toFixed answers with an exponent.
  const fixed = magnitude < 1e21 ? magnitude.toFixed(digits) : BigInt(magnitude).toString()
  const [whole = '0', decimals = ''] = fixed.split('.')
  const kept = keepZeros ? decimals : decimals.replace(/0+$/, '')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const text = kept === '' ? grouped : `${grouped}.${kept}`
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text
}
