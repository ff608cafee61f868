import type { Table } from './table.ts'

/**
 * Writes a table as CSV (RFC 4180): lines end in CRLF, texts that need it stand in quotation marks.
 * Where a table has a plain form of its numbers, that is written.
 * A text that a spreadsheet would take for a formula gets an apostrophe in front.
 *
 * @example toCsv({ caption: '', columns: ['a', 'b'], rows: [[1, 'x,y']] }) //=> 'a,b\r\n1,"x,y"\r\n'
 */
export function toCsv(table: Table): string {
  const { columns, rows } = table.plain ?? table
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
