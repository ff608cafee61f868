import { asciiDigits } from './ascii-digits.ts'

/**
 * Reads a positive or negative decimal number as people and programs in several locales write it:
 * digits of other scripts, a decimal point or comma, thousands set apart by commas, points, spaces
 * or apostrophes. One comma or point followed by exactly three digits is ambiguous: a comma then
 * separates thousands (24,564), a point starts decimals (24.564). Returns null when the text is
 * not one number.
 *
 * @example parseNumber('1.234,5') //=> 1234.5
 * @example parseNumber('24,564') //=> 24564
 */
export function parseNumber(text: string): number | null {
  const plain = asciiDigits(text.trim()).replace(/[\s\u00a0\u202f'\u2019_]/g, '')
  if (!/^[-+]?[\d.,]*\d[\d.,]*$/.test(plain)) return null
  const point = plain.lastIndexOf('.')
  const comma = plain.lastIndexOf(',')
  const decimal = decimalMark({ plain, point, comma })
  const parts = decimal === null ? [plain] : plain.split(decimal)
  if (parts.length > 2) return null
  const [whole = '', decimals = ''] = parts
  if (/[.,]/.test(decimals) || !isGrouped(whole)) return null
  const value = Number(`${whole.replace(/[.,]/g, '')}.${decimals}`)
  return Number.isFinite(value) ? value : null
}

function decimalMark(found: { plain: string; point: number; comma: number }): '.' | ',' | null {
  const { plain, point, comma } = found
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ','
  if (point >= 0) return plain.indexOf('.') === point ? '.' : null
  if (comma >= 0) {
    const single = plain.indexOf(',') === comma
    return single && !/^[-+]?[1-9]\d{0,2},\d{3}$/.test(plain) ? ',' : null
  }
  return null
}

/** Thousands marks, where there are any, must be of one kind and stand before three digits each. */
function isGrouped(whole: string): boolean {
  return /^[-+]?(\d*|\d{1,3}(,\d{3})+|\d{1,3}(\.\d{3})+)$/.test(whole)
}
