import { documentBlocks } from './document-blocks.ts'
import type { DocumentBlock } from './document-blocks.ts'
import { wrapLines } from './wrap-lines.ts'

const COLUMNS = 80
const LINES_PER_PAGE = 40

/**
 * A document as the text layer of its printed pages may be read: lines broken at 80 columns, long
 * words hyphenated, no blank lines, tables column by column, and after every 40 lines a page number
 * and the title again, in the middle of a sentence if it so falls.
 *
 * Readers of PDF files differ: many keep the rows of a simple table together, few those of a table
 * whose cells wrap. This is the case that goes wrong.
 *
 * @example pageText('| a | b |\n| --- | --- |\n| 1 | 2 |', 'Tea', 'en') // 'a\n1\nb\n2\nPage 1'
 */
export function pageText(markdown: string, title: string, language: string): string {
  const body = documentBlocks(markdown).flatMap(linesOf)
  const pages = Math.max(1, Math.ceil(body.length / LINES_PER_PAGE))
  return Array.from({ length: pages }, (_, page) => [
    ...(page === 0 ? [] : [title]),
    ...body.slice(page * LINES_PER_PAGE, (page + 1) * LINES_PER_PAGE),
    language.startsWith('zh') ? `第 ${page + 1} 页` : `Page ${page + 1}`,
  ])
    .flat()
    .join('\n')
}

function linesOf(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case 'table':
      return columnsOf(block.rows).flat()
    case 'code':
      return block.lines
    case 'item':
      return wrapLines(`${/\d/.test(block.mark) ? block.mark : '•'} ${block.text}`, COLUMNS)
    default:
      return wrapLines(block.text, COLUMNS)
  }
}

function columnsOf(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, column) =>
    rows.flatMap((row) => {
      const cell = row[column] ?? ''
      return cell === '' ? [] : [cell]
    }),
  )
}
