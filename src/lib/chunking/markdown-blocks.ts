import type { Span } from './chunk.ts'
import { markdownLines } from './markdown-lines.ts'
import type { MarkdownLine } from './markdown-lines.ts'

export type MarkdownKind = 'heading' | 'code' | 'table' | 'item' | 'prose' | 'matter'

/** A block of a Markdown text. */
export interface MarkdownBlock extends Span {
  readonly kind: MarkdownKind
  /** Whether an empty line or another kind of block stands before it. */
  readonly apart: boolean
  /** Where lines begin at which it may be cut. */
  readonly lines: readonly number[]
  /** Parts that are not to be cut. */
  readonly wholes: readonly Span[]
  /** Of a heading: 1 to 6. */
  readonly depth: number
  readonly title: string
}

const ATX = /^ {0,3}(#{1,6})([ \t].*)?$/u
const CLOSING_MARKS = /(?:^|[ \t])#+$/u
const FENCE = /^\s*(`{3,}(?=[^`]*$)|~{3,})/u
const SETEXT = /^ {0,3}(=+|-+)[ \t]*$/u
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/u
const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u
const BLANK = /^\s*$/u

/** A block and the index of the line behind it. */
type Read = readonly [Partial<MarkdownBlock> & { readonly kind: MarkdownKind }, number]

/**
 * The blocks of a Markdown text, in order; a list is one block for each item. Empty lines belong to
 * none.
 *
 * @example
 * markdownBlocks('# A\n- b').map(({ kind }) => kind) // ['heading', 'item']
 */
export function markdownBlocks(text: string): MarkdownBlock[] {
  const lines = markdownLines(text)
  const blocks: MarkdownBlock[] = []
  let apart = true
  for (let at = 0; at < lines.length;) {
    const line = lines[at]
    if (line === undefined || BLANK.test(line.text)) {
      apart = true
      at++
      continue
    }
    const [read, behind] =
      matter(lines, at) ??
      code(lines, at) ??
      heading(lines, at) ??
      table(lines, at) ??
      prose(lines, at)
    blocks.push({
      start: line.start,
      end: lines[behind - 1]?.next ?? text.length,
      apart: apart || read.kind !== 'item',
      lines: [],
      wholes: [],
      depth: 0,
      title: '',
      ...read,
    })
    apart = read.kind !== 'item' && read.kind !== 'prose'
    at = behind
  }
  return blocks
}

const isEndOfMatter = ({ text }: MarkdownLine) => text === '---' || text === '...'

/** YAML before the text, between lines of three hyphens. */
function matter(lines: readonly MarkdownLine[], at: number): Read | undefined {
  if (at > 0 || lines[0]?.text !== '---') return undefined
  const last = lines.slice(1).findIndex(isEndOfMatter)
  return last === -1 ? undefined : [{ kind: 'matter' }, last + 2]
}

/** Fenced code, up to a fence of the same mark that is at least as long, or to the text's end. */
function code(lines: readonly MarkdownLine[], at: number): Read | undefined {
  const first = lines[at]
  const fence = FENCE.exec(first?.text ?? '')?.[1]
  if (fence === undefined || first === undefined) return undefined
  const closes = new RegExp(`^\\s*${fence.charAt(0)}{${fence.length},}\\s*$`, 'u')
  let last = at + 1
  while (last < lines.length && !closes.test(lines[last]?.text ?? '')) last++
  last = Math.min(last, lines.length - 1)
  const inner = lines.slice(at + 1, last + 1).filter(({ text }) => !BLANK.test(text))
  const end = lines[last]?.end ?? first.end
  return [
    { kind: 'code', end, lines: starts(inner), wholes: [{ start: first.start, end }] },
    last + 1,
  ]
}

/** `# Title`. A setext heading begins as prose. */
function heading(lines: readonly MarkdownLine[], at: number): Read | undefined {
  const line = lines[at]
  const marks = ATX.exec(line?.text ?? '')
  if (marks === null || line === undefined) return undefined
  const title = (marks[2] ?? '').trim().replace(CLOSING_MARKS, '').trim()
  return [headingOf(line, line, marks[1]?.length ?? 1, title), at + 1]
}

const headingOf = (first: MarkdownLine, last: MarkdownLine, depth: number, title: string) => ({
  kind: 'heading' as const,
  depth,
  title,
  wholes: [{ start: first.start, end: last.end }],
})

/** A header row, a delimiter row and all rows behind them. */
function table(lines: readonly MarkdownLine[], at: number): Read | undefined {
  const [head, delimiter] = [lines[at], lines[at + 1]]
  if (head === undefined || delimiter === undefined) return undefined
  if (!head.text.includes('|') || !DELIMITER.test(delimiter.text)) return undefined
  let behind = at + 2
  while (lines[behind]?.text.includes('|')) behind++
  const rows = lines.slice(at + 2, behind)
  const wholes = [{ start: head.start, end: delimiter.end }, ...rows].map(({ start, end }) => ({
    start,
    end,
  }))
  return [{ kind: 'table', lines: starts(rows), wholes }, behind]
}

/** A paragraph or a list item, up to an empty line or another block; or a setext heading. */
function prose(lines: readonly MarkdownLine[], at: number): Read {
  const first = lines[at]
  const kind = ITEM.test(first?.text ?? '') ? 'item' : 'prose'
  let behind = at + 1
  for (; behind < lines.length; behind++) {
    const line = lines[behind]
    if (line === undefined || BLANK.test(line.text)) break
    const setext = kind === 'prose' ? SETEXT.exec(line.text)?.[1] : undefined
    if (setext !== undefined && first !== undefined) {
      const title = lines.slice(at, behind).map(({ text }) => text.trim())
      return [headingOf(first, line, setext.startsWith('=') ? 1 : 2, title.join(' ')), behind + 1]
    }
    if (ITEM.test(line.text) || ATX.test(line.text) || FENCE.test(line.text)) break
    if (table(lines, behind) !== undefined) break
  }
  return [{ kind }, behind]
}

const starts = (lines: readonly MarkdownLine[]) => lines.map(({ start }) => start)
