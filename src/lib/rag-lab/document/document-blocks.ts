/** A block of a Markdown document, its marks taken off. */
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'item'; readonly mark: string; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'code'; readonly lines: readonly string[] }

const FENCE = /^ {0,3}(```|~~~)/
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/
const ITEM = /^\s*([-*+]|\d{1,9}[.)])\s+(.*)$/
const ROW = /^\s*\|/
const RULE_ROW = /^[\s|:-]+$/

/**
 * The blocks of a Markdown document in their order: headings, paragraphs, items of lists, tables and
 * code. It reads what documents of prose use, not all of Markdown.
 *
 * @example documentBlocks('# Tea\n\nHot.')
 * // [{ kind: 'heading', level: 1, text: 'Tea' }, { kind: 'paragraph', text: 'Hot.' }]
 */
export function documentBlocks(markdown: string): readonly DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  const lines = markdown.split(/\r\n|\r|\n/)
  let paragraph: string[] = []
  const close = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', text: plainInline(paragraph) })
    paragraph = []
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const fence = FENCE.exec(line)?.[1]
    if (fence !== undefined) {
      close()
      const from = at + 1
      at = endOf(lines, from, (each) => !each.trimStart().startsWith(fence))
      blocks.push({ kind: 'code', lines: lines.slice(from, at) })
    } else if (ROW.test(line)) {
      close()
      const end = endOf(lines, at, (each) => ROW.test(each))
      blocks.push({ kind: 'table', rows: rowsOf(lines.slice(at, end)) })
      at = end - 1
    } else {
      const block = lineBlock(line)
      if (block !== null || line.trim() === '') close()
      if (block !== null) blocks.push(block)
      else if (line.trim() !== '') paragraph.push(line)
    }
  }
  close()
  return blocks
}

function endOf(lines: readonly string[], from: number, goesOn: (line: string) => boolean): number {
  let at = from
  while (at < lines.length && goesOn(lines[at] ?? '')) at += 1
  return at
}

function lineBlock(line: string): DocumentBlock | null {
  const heading = HEADING.exec(line)
  if (heading !== null) {
    const [, marks = '', text = ''] = heading
    return { kind: 'heading', level: marks.length, text: plainInline([text]) }
  }
  const item = ITEM.exec(line)
  if (item === null) return null
  const [, mark = '', text = ''] = item
  return { kind: 'item', mark, text: plainInline([text]) }
}

const rowsOf = (lines: readonly string[]): readonly (readonly string[])[] =>
  lines
    .filter((line) => !RULE_ROW.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => plainInline([cell])),
    )

/** Lines of one paragraph as running text, without the marks of emphasis, code and links. */
function plainInline(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .join(' ')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(?<![\w*])\*([^*\s](?:[^*]*[^*\s])?)\*(?![\w*])/g, '$1')
    .trim()
}
