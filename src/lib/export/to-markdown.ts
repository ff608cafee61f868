import type { Table } from './table.ts'

/**
 * Writes a table in GitHub's Markdown, the caption in bold above it; columns of numbers are set
 * right.
 *
 * @example toMarkdown({ caption: '', columns: ['a'], rows: [[1]] }) //=> '| a |\n| ---: |\n| 1 |\n'
 */
export function toMarkdown(table: Table): string {
  const numeric = table.columns.map((_, column) =>
    table.rows.every((row) => typeof row[column] === 'number'),
  )
  const rule = numeric.map((right) => (right && table.rows.length > 0 ? '---:' : '---'))
  const lines = [table.columns.map(cell), rule, ...table.rows.map((row) => row.map(cell))]
  const caption = table.caption === '' ? '' : `**${cell(table.caption)}**\n\n`
  return `${caption}${lines.map((line) => `| ${line.join(' | ')} |\n`).join('')}`
}

const cell = (value: string | number): string =>
  String(value)
    .replace(/\s+/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
