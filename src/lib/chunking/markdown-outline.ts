import type { Span } from './chunk.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import type { MarkdownBlock } from './markdown-blocks.ts'

/** A heading with all that stands below it, up to the next heading. */
export interface MarkdownSection extends Span {
  /** 0 before the first heading, else 1 to 6. */
  readonly depth: number
  readonly title: string
  /** Where the text below the heading begins. */
  readonly body: number
}

/** What a Markdown text is made of, as far as a chunker asks. Borders are sorted. */
export interface MarkdownOutline {
  readonly sections: readonly MarkdownSection[]
  /** Where blocks begin: paragraphs, lists, tables, code. A heading keeps the prose below it. */
  readonly blocks: readonly number[]
  /** Those, list items, table rows and lines of code. A wrapped line of prose is none. */
  readonly lines: readonly number[]
  /** Headings, fenced code and the rows of tables: not to be cut where they fit. */
  readonly wholes: readonly Span[]
}

/**
 * Reads the headings (ATX and setext), fenced code (``` and ~~~), tables and lists of a Markdown
 * text.
 *
 * @example
 * markdownOutline('# A\n\ntext').sections.map(({ title }) => title) // ['A']
 */
export function markdownOutline(text: string): MarkdownOutline {
  const all = markdownBlocks(text)
  const blocks: number[] = []
  const lines: number[] = []
  const wholes: Span[] = []
  let before: MarkdownBlock | undefined
  for (const block of all) {
    const kept = before?.kind === 'heading' && block.kind !== 'code' && block.kind !== 'table'
    if (!kept) {
      if (block.apart) blocks.push(block.start)
      lines.push(block.start)
    }
    for (const line of block.lines) lines.push(line)
    for (const whole of block.wholes) wholes.push(whole)
    if (block.kind === 'code' && block.end < text.length) {
      blocks.push(block.end)
      lines.push(block.end)
    }
    before = block
  }
  return { sections: sectionsOf(all, text), blocks, lines, wholes }
}

function sectionsOf(blocks: readonly MarkdownBlock[], text: string): MarkdownSection[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const starts = headings.map(({ start, end, depth, title }) => ({
    start,
    body: end,
    depth,
    title,
  }))
  return [{ start: 0, body: 0, depth: 0, title: '' }, ...starts]
    .map((section, index) => ({ ...section, end: starts[index]?.start ?? text.length }))
    .filter(({ start, end }) => end > start)
}
