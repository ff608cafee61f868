import type { Row } from './pdf-page.ts'

/** How many rows at the top and at the bottom of a page may be headers and footers. */
const EDGE = 3
/** Pages on which a row comes back, and how far it may move; points. */
const FEWEST_PAGES = 3
const MOVES = 3

/** A header or footer that comes back. */
export interface Furniture {
  /** As it stands on the first page that has it. */
  readonly text: string
  readonly pages: number
}

/** Pages without their headers and footers. */
export interface BarePages {
  readonly pages: readonly (readonly Row[])[]
  readonly furniture: readonly Furniture[]
}

interface Seen {
  readonly page: number
  readonly y: number
  readonly text: string
  readonly numbers: readonly number[]
}

/**
 * Finds rows that come back at the same height on three pages or more (on both of two): the same
 * words, and numbers that stay or count the pages. They are taken out.
 *
 * @example withoutFurniture([]) //=> { pages: [], furniture: [] }
 */
export function withoutFurniture(pages: readonly (readonly Row[])[]): BarePages {
  const seen = new Map<string, Seen[]>()
  for (const [page, rows] of pages.entries())
    for (const row of edgeRows(rows)) {
      const text = rowText(row)
      const key = text.replace(/\d+/g, '#')
      const numbers = (text.match(/\d+/g) ?? []).map(Number)
      seen.set(key, [...(seen.get(key) ?? []), { page, y: row[0]?.y ?? 0, text, numbers }])
    }
  const fewest = pages.length === 2 ? 2 : FEWEST_PAGES
  const out = new Set<string>()
  const furniture: Furniture[] = []
  for (const all of seen.values()) {
    const [first] = all
    if (first === undefined) continue
    const together = all.filter(({ y }) => Math.abs(y - first.y) <= MOVES)
    const on = new Set(together.map(({ page }) => page)).size
    if (on < fewest || !numbersFit(together)) continue
    furniture.push({ text: first.text, pages: on })
    for (const { page, y, text } of together) out.add(`${page} ${y} ${text}`)
  }
  const bare = pages.map((rows, page) =>
    rows.filter((row) => !out.has(`${page} ${row[0]?.y ?? 0} ${rowText(row)}`)),
  )
  return { pages: bare, furniture }
}

const rowText = (row: Row) => row.map(({ text }) => text).join(' ')

const edgeRows = (rows: readonly Row[]) =>
  rows.length <= 2 * EDGE ? rows : [...rows.slice(0, EDGE), ...rows.slice(-EDGE)]

/** Whether no number changes, or one of them goes with the number of the page. */
function numbersFit(all: readonly Seen[]): boolean {
  const [first] = all
  if (first === undefined) return false
  const follows = (each: Seen, slot: number, step: 0 | 1) =>
    (each.numbers[slot] ?? 0) - step * each.page === (first.numbers[slot] ?? 0) - step * first.page
  const slots = [...first.numbers.keys()]
  if (slots.every((slot) => all.every((each) => follows(each, slot, 0)))) return true
  return slots.some((slot) => all.every((each) => follows(each, slot, 1)))
}
