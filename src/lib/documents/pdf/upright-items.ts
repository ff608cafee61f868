import type { PdfItem } from './pdf-page.ts'

/** A page's text turned upright, and the pieces that run in another direction. */
export interface UprightItems {
  readonly items: readonly PdfItem[]
  readonly aside: readonly PdfItem[]
}

/** How far from a quarter turn a line may lean; radians. */
const LEAN = 0.05

/**
 * Turns a page by quarter turns until most of its text runs to the right.
 *
 * @example uprightItems([]) //=> { items: [], aside: [] }
 */
export function uprightItems(items: readonly PdfItem[]): UprightItems {
  const letters = [0, 0, 0, 0]
  for (const item of items) {
    const turns = quarterTurns(item)
    if (turns !== null) letters[turns] = (letters[turns] ?? 0) + item.text.trim().length
  }
  const turns = letters.indexOf(Math.max(...letters))
  const belongs = (item: PdfItem) => quarterTurns(item) === turns
  return {
    items: items.filter(belongs).map((item) => ({ ...item, ...turned(item, turns) })),
    aside: items.filter((item) => !belongs(item) && item.text.trim() !== ''),
  }
}

function quarterTurns({ angle }: PdfItem): number | null {
  const turns = Math.round(angle / (Math.PI / 2))
  if (Math.abs(angle - (turns * Math.PI) / 2) > LEAN) return null
  return ((turns % 4) + 4) % 4
}

function turned({ x, y }: PdfItem, turns: number): { readonly x: number; readonly y: number } {
  if (turns === 1) return { x: y, y: -x }
  if (turns === 2) return { x: -x, y: -y }
  return turns === 3 ? { x: -y, y: x } : { x, y }
}
