import type { Fragment, Line, Row } from './pdf-page.ts'
import { spaceBetween } from './is-cjk.ts'

/** A side of a gutter is a column of text with this many lines, so full of letters. */
const FEWEST_LINES = 5
const FULLNESS = 0.6
/** Share of the rows beside a gutter that may cross it (headings, wide pictures' captions). */
const CROSSING = 0.34
/** Where in a page's width a gutter is looked for. */
const INNER = 0.2
/** A row that ends before this share of its column is short; a gap between rows, in sizes. */
const SHORT = 0.1
const GAP = 1.6
/** A gap in a row that parts cells, in sizes of the letters. */
const CELL_GAP = 1.5

/** A page's lines in the order of reading. */
export interface OrderedPage {
  readonly lines: readonly Line[]
  readonly columns: number
}

/**
 * Orders a page's rows: where a gutter parts two columns of running text, the left one is read
 * before the right one, between the rows that cross. A table has short cells and stays in rows.
 *
 * @example readingOrder([], 1) //=> { lines: [], columns: 1 }
 */
export function readingOrder(rows: readonly Row[], page: number): OrderedPage {
  const parts = regions(rows)
  const lines = parts.flatMap((part, column) => {
    const columnLeft = Math.min(...part.flat().map(({ left }) => left))
    const columnRight = Math.max(...part.flat().map(({ right }) => right))
    return part.map((row): Line => ({ ...joinRow(row), page, column, columnLeft, columnRight }))
  })
  return { lines, columns: Math.max(1, widest(rows)) }
}

/** Rows grouped by the region in which they are read. */
function regions(rows: readonly Row[]): readonly (readonly Row[])[] {
  const gutter = findGutter(rows)
  if (gutter === null) return rows.length === 0 ? [] : [rows]
  const made: (readonly Row[])[] = []
  let left: Row[] = []
  let right: Row[] = []
  let full: Row[] = []
  const flushColumns = () => {
    const tail = rowsBelow(left, right)
    made.push(...regions(left.slice(0, left.length - tail)), ...regions(right))
    full.push(...left.slice(left.length - tail))
    left = []
    right = []
  }
  const flushFull = () => {
    if (full.length > 0) made.push(full)
    full = []
  }
  for (const row of rows) {
    if (crosses(row, gutter)) {
      flushColumns()
      full.push(row)
      continue
    }
    const before = row.filter((fragment) => fragment.right <= gutter)
    const after = row.filter((fragment) => fragment.right > gutter)
    if (left.length + right.length === 0) {
      if (after.length === 0 && follows(full.at(-1), row)) {
        full.push(row)
        continue
      }
      flushFull()
    }
    if (before.length > 0) left.push(before)
    if (after.length > 0) right.push(after)
  }
  flushColumns()
  flushFull()
  return made
}

/**
 * How many rows at the foot of the left column stand below both columns: behind a gap, with nothing
 * to their right, and none as long as the column is wide.
 */
function rowsBelow(left: readonly Row[], right: readonly Row[]): number {
  const foot = right.at(-1)?.[0]?.y
  if (foot === undefined) return 0
  const all = left.flat()
  const end = Math.max(...all.map((each) => each.right))
  const width = end - Math.min(...all.map((each) => each.left))
  let below = 0
  for (let at = left.length - 1; at > 0; at--) {
    const first = left[at]?.[0]
    const before = left[at - 1]?.[0]
    if (first === undefined || before === undefined || first.y >= foot) break
    if ((left[at] ?? []).some((each) => each.right > end - SHORT * width)) break
    if (before.y - first.y > GAP * before.size) below = left.length - at
  }
  return below
}

/** Whether a row comes next after another, without a gap, in letters of the same size. */
function follows(before: Row | undefined, row: Row): boolean {
  const [first] = row
  const [last] = before ?? []
  if (first === undefined || last === undefined) return false
  return last.y - first.y <= GAP * last.size && Math.abs(last.size - first.size) < 0.5
}

function widest(rows: readonly Row[]): number {
  const gutter = findGutter(rows)
  if (gutter === null) return 1
  const beside = rows.filter((row) => !crosses(row, gutter))
  const side = (isLeft: boolean) =>
    beside
      .map((row) => row.filter(({ right }) => right <= gutter === isLeft))
      .filter((row) => row.length > 0)
  return widest(side(true)) + widest(side(false))
}

const crosses = (row: Row, x: number) => row.some(({ left, right }) => left < x && right > x)

/** The x of a gutter between two columns of running text, or null. */
function findGutter(rows: readonly Row[]): number | null {
  const all = rows.flat()
  const start = Math.min(...all.map(({ left }) => left))
  const end = Math.max(...all.map(({ right }) => right))
  const from = start + INNER * (end - start)
  const to = end - INNER * (end - start)
  const starts = [...new Set(all.map(({ left }) => Math.round(left)))]
  let best: { x: number; beside: number } | null = null
  for (const beginning of starts) {
    const x = beginning - 2
    if (x < from || x > to) continue
    const sides = sidesOf(rows, x)
    if (sides === null || (best !== null && sides.beside <= best.beside)) continue
    best = { x, beside: sides.beside }
  }
  return best?.x ?? null
}

function sidesOf(rows: readonly Row[], x: number): { readonly beside: number } | null {
  const left: Row[] = []
  const right: Row[] = []
  let crossing = 0
  for (const row of rows) {
    if (crosses(row, x)) crossing++
    else {
      const before = row.filter((fragment) => fragment.right <= x)
      const after = row.filter((fragment) => fragment.right > x)
      if (before.length > 0) left.push(before)
      if (after.length > 0) right.push(after)
    }
  }
  if (Math.min(left.length, right.length) < FEWEST_LINES) return null
  const beside = Math.max(left.length, right.length)
  if (crossing > CROSSING * (crossing + beside)) return null
  return isFull(left) && isFull(right) ? { beside: left.length + right.length } : null
}

/** Whether most rows fill the width of their column, as running text does and cells do not. */
function isFull(rows: readonly Row[]): boolean {
  const all = rows.flat()
  const width =
    Math.max(...all.map((each) => each.right)) - Math.min(...all.map((each) => each.left))
  const shares = rows
    .map((row) => row.reduce((sum, { left, right }) => sum + right - left, 0) / width)
    .toSorted((a, b) => a - b)
  return (shares[Math.floor(shares.length / 2)] ?? 0) >= FULLNESS
}

function joinRow(row: Row): Fragment & { readonly cells: number } {
  const [first, ...others] = row
  if (first === undefined) throw new RangeError('A row has at least one fragment.')
  let { text } = first
  let cells = 1
  let before = first
  for (const fragment of others) {
    const wide = fragment.left - before.right > CELL_GAP * Math.max(fragment.size, before.size)
    if (wide) cells++
    text += `${wide ? '  ' : spaceBetween(text, fragment.text)}${fragment.text}`
    before = fragment
  }
  const longest = row.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  const left = Math.min(...row.map((each) => each.left))
  const right = Math.max(...row.map((each) => each.right))
  return { text, left, right, y: longest.y, size: longest.size, cells }
}
