import { documentBlocks } from './document-blocks.ts'
import type { DocumentBlock } from './document-blocks.ts'

/**
 * A Markdown document as a converter to plain text leaves it: no marks, headings as lines like any
 * other, tables as their cells one below the other, row by row. No letter is lost, but what was a
 * heading and which cells belong together can no longer be seen.
 *
 * @example plainText('# Tea\n\n| a | b |\n| --- | --- |\n| 1 | 2 |') // 'Tea\n\na\nb\n1\n2'
 */
export function plainText(markdown: string): string {
  let text = ''
  let last: DocumentBlock['kind'] | null = null
  for (const block of documentBlocks(markdown)) {
    if (last !== null) text += block.kind === 'item' && last === 'item' ? '\n' : '\n\n'
    text += plainBlock(block)
    last = block.kind
  }
  return text
}

function plainBlock(block: DocumentBlock): string {
  switch (block.kind) {
    case 'table':
      return block.rows.flatMap((row) => row.filter((cell) => cell !== '')).join('\n')
    case 'code':
      return block.lines.join('\n')
    case 'item':
      return /\d/.test(block.mark) ? `${block.mark} ${block.text}` : block.text
    default:
      return block.text
  }
}
