import { markdownBlocks } from '../../chunking/markdown-blocks.ts'

/** A heading of a Markdown text and where its line begins. */
export interface HeadingMark {
  readonly start: number
  readonly level: number
  readonly name: string
}

/**
 * The headings of a Markdown text, as the chunker reads them; those in fenced code are none.
 *
 * Units: UTF-16 units.
 *
 * @example headingMarks('# Tea\n## Hot')[1] // { start: 6, level: 2, name: 'Hot' }
 */
export const headingMarks = (markdown: string): readonly HeadingMark[] =>
  markdownBlocks(markdown)
    .filter(({ kind }) => kind === 'heading')
    .map(({ start, depth, title }) => ({ start, level: depth, name: title }))

/**
 * The headings that a place of the text stands under, outermost first.
 *
 * @example headingPath([{ start: 0, level: 1, name: 'Tea' }, { start: 6, level: 2, name: 'Hot' }], 9)
 * // both
 */
export function headingPath(marks: readonly HeadingMark[], place: number): readonly HeadingMark[] {
  const path: HeadingMark[] = []
  let last = marks.findLastIndex(({ start }) => start <= place)
  for (let mark = marks[last]; mark !== undefined; mark = marks[--last]) {
    if (mark.level < (path.at(-1)?.level ?? Infinity)) path.push(mark)
    if (mark.level <= 1) break
  }
  return path.reverse()
}
