import { formatBytes } from '../format/format-bytes.ts'
import { formatNumber } from '../format/format-number.ts'
import { formatValue } from './format-value.ts'

/** What a formula cell came to: a plain number, or a quantity with its unit. */
export type CellValue =
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'unit'
      /** The quantity itself, for the lines that use it. */
      readonly unit: unknown
      /** The size when it is one of bytes, else null. */
      readonly bytes: number | null
      /** The quantity as mathjs writes it. */
      readonly text: string
    }

/**
 * Writes the result of a formula cell: bytes in both kinds of unit, numbers to six figures.
 * Errors: an Error 'infinite' when the result is not finite.
 *
 * @example formatCell({ kind: 'number', value: 2 / 3 }) //=> '0.666667'
 */
export function formatCell(cell: CellValue): string {
  if (cell.kind === 'number') return plain(cell.value)
  if (cell.bytes === null) {
    if (/NaN|Infinity/.test(cell.text)) throw new Error('infinite')
    return cell.text
  }
  if (!Number.isFinite(cell.bytes)) throw new Error('infinite')
  if (Math.abs(cell.bytes) < 1024) return `${plain(cell.bytes)} B`
  if (Math.abs(cell.bytes) < 1e6) {
    return `${formatBytes(cell.bytes, { digits: 3 })} (${plain(cell.bytes)} B)`
  }
  return formatValue(cell.bytes, { as: 'bytes-both', digits: 3 })
}

function plain(value: number): string {
  if (!Number.isFinite(value)) throw new Error('infinite')
  const magnitude = Math.abs(value)
  if (magnitude !== 0 && (magnitude >= 1e15 || magnitude < 1e-6)) return value.toPrecision(6)
  const whole = magnitude < 1 ? 0 : Math.floor(Math.log10(magnitude)) + 1
  return formatNumber(value, { digits: Math.max(0, Math.min(12, 6 - whole)) })
}
