import type { Span } from './chunk.ts'
import type { MarkdownSection } from './markdown-outline.ts'

/** A part of a text under one path of headings. */
export interface HeadedSpan extends Span {
  /** Titles of the headings above it and its own, outermost first. */
  readonly headings: readonly string[]
  /** Title of the heading that it begins with. */
  readonly title: string
}

/**
 * Gives each section the path of its headings. A heading with nothing below it but a deeper heading
 * is no section of its own: it stays with that deeper one.
 *
 * @example
 * headedSpans(markdownOutline('# A\n## B\ntext').sections, '# A\n## B\ntext')
 * // [{ start: 0, end: 13, headings: ['A', 'B'], title: 'A' }]
 */
export function headedSpans(sections: readonly MarkdownSection[], text: string): HeadedSpan[] {
  const spans: HeadedSpan[] = []
  const path: MarkdownSection[] = []
  let waiting: MarkdownSection | undefined
  for (const [index, section] of sections.entries()) {
    while ((path.at(-1)?.depth ?? 0) >= section.depth && path.length > 0) path.pop()
    if (section.depth > 0) path.push(section)
    const first = waiting ?? section
    const next = sections[index + 1]
    const bare = text.slice(section.body, section.end).trim() === ''
    waiting = bare && next !== undefined && next.depth > section.depth ? first : undefined
    if (waiting === undefined) {
      spans.push({
        start: first.start,
        end: section.end,
        headings: path.map(({ title }) => title),
        title: first.title === '' ? section.title : first.title,
      })
    }
  }
  return spans
}
