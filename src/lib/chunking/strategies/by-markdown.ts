import { bordersAt, joinedBorders } from '../borders.ts'
import type { Chunk, Span } from '../chunk.ts'
import { headedSpans } from '../headed-spans.ts'
import { markdownOutline } from '../markdown-outline.ts'
import { pack } from '../pack.ts'
import { sentenceBorders } from '../sentence-borders.ts'
import { wordBorders } from '../word-borders.ts'
import type { CutWith } from './cut-with.ts'

/**
 * Section by section, so that no chunk mixes what stands under two headings. Within a section blocks
 * are packed; code and table rows that fit stay whole.
 */
export const byMarkdown: CutWith = (bench) => {
  const { text, ruler, size, cutGraphemes, startGraphemes } = bench
  const { sections, blocks, lines, wholes } = markdownOutline(text)
  const fitting = wholes.filter(({ start, end }) => ruler.units(start, end) <= size)
  const starts = [
    joinedBorders(bordersAt('line', lines), sentenceBorders(text, startGraphemes)),
    wordBorders(text, startGraphemes),
  ]
  const cuts = [
    bordersAt('paragraph', blocks),
    bordersAt('line', lines),
    joinedBorders(bordersAt('line', lines), sentenceBorders(text, cutGraphemes)),
    wordBorders(text, cutGraphemes),
  ]
  const packing = { ...bench, cuts, starts: () => starts, outside: outsideOf(fitting) }
  const parts = headedSpans(sections, text)
  return parts.flatMap(({ start, end, headings }, index) => {
    const chunks: Chunk[] = pack(packing, start, end).map((chunk) => ({ ...chunk, headings }))
    const last = chunks.pop()
    if (last === undefined) return chunks
    const next = parts[index + 1]?.title
    if (next === undefined) return [...chunks, last]
    const reason = `The next section begins with the heading "${next}".`
    return [...chunks, { ...last, level: 'heading', reason }]
  })
}

/** Moves an offset within one of the spans, which are in order, to that span's end. */
function outsideOf(spans: readonly Span[]): (offset: number) => number {
  const ends = bordersAt(
    'line',
    spans.map(({ end }) => end),
  )
  const startOf = new Map(spans.map(({ start, end }) => [end, start]))
  return (offset) => {
    const end = ends.next(offset, Infinity)
    return (startOf.get(end) ?? Infinity) < offset ? end : offset
  }
}
