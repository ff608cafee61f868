import type { Line } from './pdf-page.ts'

/** What a group of lines is. */
export interface Paragraph {
  readonly lines: readonly Line[]
  readonly kind: 'text' | 'item' | 'numbered' | 'rows' | 'heading'
  /** Level of a heading, from 1. */
  readonly level: number
}

const BULLET = /^[•●▪■◦‣∙·–—*-]\s+/
const NUMBERED = /^(\d{1,3}[.)]|\(\w{1,3}\)|[a-z][.)])\s/
const ENDED = /[.!?:;。！？：；…]["'”’）)\]]*$/
/** Letters larger than the body's by this factor make a heading of so many lines at most. */
const HEADING_SIZE = 1.15
const HEADING_LINES = 4
const LEVELS = 3

/**
 * Groups lines into paragraphs, list items, headings and rows of tables, by gaps, indents, sizes and
 * how far a line could have gone on.
 *
 * @example paragraphs([]) //=> []
 */
export function paragraphs(lines: readonly Line[]): readonly Paragraph[] {
  const body = bodySize(lines)
  const leading = usualLeading(lines)
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group === undefined || isBreak(group, line, leading)) groups.push([line])
    else group.push(line)
  }
  const sizes = headingSizes(groups, body)
  return groups.map((group) => describe(group, body, sizes))
}

/**
 * The text of a list item without its mark.
 *
 * @example withoutBullet('• one') //=> 'one'
 */
export const withoutBullet = (text: string): string => text.replace(BULLET, '')

function describe(lines: readonly Line[], body: number, sizes: readonly number[]): Paragraph {
  const [first] = lines
  if (first === undefined) throw new RangeError('A paragraph has at least one line.')
  if (isHeading(lines, body))
    return { lines, kind: 'heading', level: Math.min(LEVELS, sizes.indexOf(rounded(first)) + 1) }
  return { lines, kind: kindOf(first), level: 0 }
}

function kindOf({ cells, text }: Line): Paragraph['kind'] {
  if (cells > 1) return 'rows'
  if (BULLET.test(text)) return 'item'
  return NUMBERED.test(text) ? 'numbered' : 'text'
}

const rounded = ({ size }: Line) => Math.round(size * 2) / 2

const isHeading = (lines: readonly Line[], body: number) =>
  lines.length <= HEADING_LINES &&
  lines.every((line) => line.size >= body * HEADING_SIZE && line.cells === 1) &&
  lines.some(({ text }) => /\p{L}/u.test(text))

const headingSizes = (groups: readonly (readonly Line[])[], body: number) =>
  [
    ...new Set(
      groups
        .filter((group) => isHeading(group, body))
        .flatMap((group) => group.slice(0, 1).map(rounded)),
    ),
  ].sort((a, b) => b - a)

/** The size of most letters. */
function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const line of lines)
    letters.set(rounded(line), (letters.get(rounded(line)) ?? 0) + line.text.length)
  return [...letters].reduce((best, each) => (each[1] > best[1] ? each : best), [1, 0])[0]
}

/** The usual distance from line to line, in sizes of the letters. */
function usualLeading(lines: readonly Line[]): number {
  const steps: number[] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (before === undefined || !sameColumn(before, line)) continue
    const step = (before.y - line.y) / line.size
    if (step > 0.5 && step < 3) steps.push(step)
  }
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1.2
}

const sameColumn = (a: Line, b: Line) => a.page === b.page && a.column === b.column

function isBreak(group: readonly Line[], line: Line, leading: number): boolean {
  const [first] = group
  const last = group.at(-1)
  if (first === undefined || last === undefined) return true
  if (Math.abs(line.size - last.size) > 0.12 * Math.max(line.size, last.size)) return true
  if (BULLET.test(line.text) || line.cells > 1 !== last.cells > 1) return true
  const ended = ENDED.test(last.text)
  const listed = BULLET.test(first.text) || NUMBERED.test(first.text)
  if (NUMBERED.test(line.text) && (ended || listed)) return true
  if (!sameColumn(last, line)) return ended || !goesOn(last, line)
  const step = (last.y - line.y) / line.size
  if (step < 0 || step > Math.max(leading * 1.3, leading + 0.25)) return true
  if (line.cells > 1) return false
  if (
    !listed &&
    ended &&
    line.left > last.left + 0.8 * line.size &&
    line.left > line.columnLeft + 0.8 * line.size
  )
    return true
  if (listed && line.left < first.left - 0.5 * line.size) return true
  return endsEarly(last, line, ended)
}

/** Whether a line stopped although the next word had room: at the end of a sentence, or by far. */
function endsEarly(last: Line, line: Line, ended: boolean): boolean {
  const room = last.columnRight - last.right
  const width = last.columnRight - last.columnLeft
  const word = /^\S+/.exec(line.text)?.[0].slice(0, 20) ?? ''
  const wordWidth = ((line.right - line.left) * word.length) / Math.max(1, line.text.length)
  return ended
    ? room > Math.max(wordWidth + line.size, 0.1 * width)
    : room > 0.5 * width + wordWidth
}

/** Whether a sentence runs on over the end of a column or page. */
const goesOn = (last: Line, line: Line) =>
  last.cells === 1 &&
  line.cells === 1 &&
  (/^[\p{Ll}\d(\p{Lo}]/u.test(line.text) || /[-,，、]$/.test(last.text))
