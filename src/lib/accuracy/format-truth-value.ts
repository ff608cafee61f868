import { formatNumber } from '../format/format-number.ts'

/**
 * A truth row's value with enough digits to compare, and its unit's first word.
 *
 * @example formatTruthValue(8030261248, 'parameters') //=> '8,030,261,248 parameters'
 * @example formatTruthValue(2.0042, 'bits per weight') //=> '2.0042 bits per weight'
 */
export const formatTruthValue = (value: number, unit: string): string => {
  const digits = Number.isInteger(value)
    ? 0
    : Math.abs(value) < 10
      ? 4
      : Math.abs(value) < 1000
        ? 2
        : 1
  return `${formatNumber(value, { digits })} ${shortUnit(unit)}`
}

/** The unit without the note in brackets: 'MiB (doc prints MB)' is MiB. */
export const shortUnit = (unit: string): string => unit.replace(/\s*\(.*\)\s*$/, '')
