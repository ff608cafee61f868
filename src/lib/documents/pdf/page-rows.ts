import { spaceBetween } from './is-cjk.ts'
import type { Fragment, PdfItem, Row } from './pdf-page.ts'

/** Share of the smaller height by which two pieces of one line overlap. */
const SAME_LINE = 0.5
/** Gaps in sizes of the letters: a space between words, and the end of a fragment. */
const WORD_GAP = 0.15
const WIDE_GAP = 0.9

/**
 * Puts upright pieces of text into rows from top to bottom; each row falls into fragments at its
 * wide gaps. Letters drawn twice in one place, as some programs make bold, count once.
 *
 * @example pageRows([]) //=> []
 */
export function pageRows(items: readonly PdfItem[]): readonly Row[] {
  const bands: { top: PdfItem; items: PdfItem[] }[] = []
  for (const item of items.filter(({ text }) => text !== '').toSorted((a, b) => b.y - a.y)) {
    const band = bands.slice(-3).find(({ top }) => overlap(top, item) >= SAME_LINE)
    if (band === undefined) bands.push({ top: item, items: [item] })
    else {
      band.items.push(item)
      if (item.size > band.top.size * 1.2) band.top = item
    }
  }
  return bands.map((band) => fragments(band.items)).filter((row) => row.length > 0)
}

const above = 0.8
const below = 0.2

function overlap(a: PdfItem, b: PdfItem): number {
  const top = Math.min(a.y + above * a.size, b.y + above * b.size)
  const bottom = Math.max(a.y - below * a.size, b.y - below * b.size)
  return (top - bottom) / Math.min(a.size, b.size)
}

interface Growing {
  text: string
  left: number
  right: number
  y: number
  size: number
  letters: number
}

function fragments(items: readonly PdfItem[]): Row {
  const made: Growing[] = []
  let spaced = false
  for (const item of inReadingOrder(items)) {
    const text = item.text.trim()
    const last = made.at(-1)
    if (text === '') {
      spaced = true
      continue
    }
    const right = item.x + item.width
    if (last === undefined || item.x - last.right > WIDE_GAP * Math.max(item.size, last.size)) {
      const { x: left, y, size } = item
      made.push({ text, left, right, y, size, letters: text.length })
    } else {
      const gap = spaced || /^\s/.test(item.text) || item.x - last.right > WORD_GAP * item.size
      last.text += `${gap ? spaceBetween(last.text, text) : ''}${text}`
      last.left = Math.min(last.left, item.x)
      last.right = Math.max(last.right, right)
      if (text.length > last.letters)
        Object.assign(last, { y: item.y, size: item.size, letters: text.length })
    }
    spaced = /\s$/.test(item.text)
  }
  return made.map(({ letters: _, ...fragment }): Fragment => fragment)
}

function inReadingOrder(items: readonly PdfItem[]): readonly PdfItem[] {
  const letters = (rightToLeft: boolean) =>
    items.reduce((sum, item) => sum + (item.rightToLeft === rightToLeft ? item.text.length : 0), 0)
  const sorted = items.toSorted((a, b) => a.x - b.x)
  const once = sorted.filter((item, at) => {
    const before = sorted[at - 1]
    const near = 0.1 * item.size
    return !(
      before?.text === item.text &&
      item.text.trim() !== '' &&
      Math.abs(before.x - item.x) < near &&
      Math.abs(before.y - item.y) < near
    )
  })
  return letters(true) > letters(false) ? once.toReversed() : once
}
