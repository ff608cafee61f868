/** A heading of a Markdown text and where its line begins. */
export interface HeadingMark {
  readonly start: number
  readonly level: number
  readonly name: string
}

/**
 * The headings of a Markdown text, those in fenced code left out.
 *
 * Units: UTF-16 units.
 *
 * @example headingMarks('# Tea\n## Hot')[1] // { start: 6, level: 2, name: 'Hot' }
 */
export function headingMarks(markdown: string): readonly HeadingMark[] {
  const marks: HeadingMark[] = []
  let start = 0
  let fence: string | null = null
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1]
    if (mark !== undefined && (fence === null || fence === mark)) {
      fence = fence === null ? mark : null
    } else if (fence === null) {
      const [, level = '', name = ''] = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line) ?? []
      if (level !== '') marks.push({ start, level: level.length, name })
    }
    start += line.length + 1
  }
  return marks
}

/**
 * The headings that a place of the text stands under, outermost first.
 *
 * @example headingPath([{ start: 0, level: 1, name: 'Tea' }, { start: 6, level: 2, name: 'Hot' }], 9)
 * // both
 */
export function headingPath(marks: readonly HeadingMark[], place: number): readonly HeadingMark[] {
  let path: readonly HeadingMark[] = []
  for (const mark of marks) {
    if (mark.start > place) break
    path = [...path.filter(({ level }) => level < mark.level), mark]
  }
  return path
}
