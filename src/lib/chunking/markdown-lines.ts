/** A line of a text, and its text as far as marks of Markdown may stand in it. */
export interface MarkdownLine {
  readonly start: number
  /** Before the line's end. */
  readonly end: number
  /** Where the next line begins. */
  readonly next: number
  readonly text: string
}

/** A line of prose longer than this is no heading, item or delimiter row. */
const LONGEST_MARK = 1000

/**
 * The lines of a text; LF and CRLF end a line.
 *
 * @example
 * markdownLines('a\r\nb').map(({ text }) => text) // ['a', 'b']
 */
export function markdownLines(text: string): MarkdownLine[] {
  const lines: MarkdownLine[] = []
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start)
    const stop = feed === -1 ? text.length : feed
    const next = feed === -1 ? text.length : feed + 1
    const end = stop > start && feed !== -1 && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop
    lines.push({ start, end, next, text: text.slice(start, Math.min(end, start + LONGEST_MARK)) })
    start = next
  }
  return lines
}
