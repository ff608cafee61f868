import { inlineText, tidyInline } from './inline-text.ts'
import type { MarkupNode } from './markup-node.ts'

/** The widest and highest span that is followed. */
const LONGEST_SPAN = 100

/** The rows of a table itself, not of tables inside it. */
export function tableRows(table: MarkupNode): readonly MarkupNode[] {
  return table.children.flatMap((child) =>
    child.name === 'tr' ? [child] : /^t(head|body|foot)$/.test(child.name) ? tableRows(child) : [],
  )
}

/** The cells of a row. */
export const rowCells = (row: MarkupNode): readonly MarkupNode[] =>
  row.children.filter(({ name }) => name === 'td' || name === 'th')

/**
 * Writes a table as Markdown; its first row is the head. A cell over several columns or rows stands
 * in the first of them, the others are empty.
 *
 * @example tableMarkdown(table) //=> '| a | b |\n| --- | --- |\n| 1 | 2 |'
 */
export function tableMarkdown(table: MarkupNode): string {
  const grid: string[][] = []
  for (const [number, row] of tableRows(table).entries()) {
    let column = 0
    for (const cell of rowCells(row)) {
      while (grid[number]?.[column] !== undefined) column++
      const down = spanOf(cell, 'rowspan')
      const across = spanOf(cell, 'colspan')
      for (let below = 0; below < down; below++)
        for (let beside = 0; beside < across; beside++) {
          const line = (grid[number + below] ??= [])
          line[column + beside] = below + beside === 0 ? cellText(cell) : ''
        }
      column += across
    }
  }
  const rows = grid.slice(0, tableRows(table).length)
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const lines = rows.map((row) =>
    line(Array.from({ length: columns }, (_, column) => row[column] ?? '')),
  )
  lines.splice(1, 0, line(Array.from({ length: columns }, () => '---')))
  return lines.join('\n')
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

const cellText = (cell: MarkupNode) =>
  tidyInline(spaced(cell)).replaceAll('\n', ' ').replaceAll('|', '\\|')

/** Blocks inside a cell must not grow together. */
const spaced = (cell: MarkupNode): string =>
  cell.children
    .map((child) =>
      /^(p|div|li|ul|ol|h[1-6]|pre)$/.test(child.name) ? ` ${spaced(child)} ` : inlineText([child]),
    )
    .join('')

function spanOf(cell: MarkupNode, name: string): number {
  const span = Number.parseInt(cell.attribute(name) ?? '1', 10)
  return span >= 1 ? Math.min(span, LONGEST_SPAN) : 1
}
