import type { PdfItem } from './pdf-page.ts'
import { withoutRadicals } from './without-radicals.ts'

/** A piece of text as pdf.js hands it out. */
export interface RawPdfItem {
  readonly str: string
  readonly dir: string
  readonly width: number
  readonly height: number
  /** The matrix [a b c d e f] of the text. */
  readonly transform: readonly number[]
}

/**
 * Reads place, size and direction of a piece of text from its matrix.
 * Source: ISO 32000-1, 8.3.3 (a, b: direction and stretch; e, f: place). Errors: none.
 *
 * @example pdfItem({ str: 'a', dir: 'ltr', width: 5, height: 10, transform: [10, 0, 0, 10, 72, 700] }).size //=> 10
 */
export function pdfItem(raw: RawPdfItem, vertical: boolean): PdfItem {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = raw.transform
  const angle = Math.atan2(b, a)
  return {
    text: withoutRadicals(raw.str),
    x,
    y,
    // Vertical writing runs down; its length is handed out as its height.
    width: vertical ? raw.height : raw.width,
    size: Math.hypot(c, d) || raw.height || 1,
    angle: vertical ? angle - Math.PI / 2 : angle,
    rightToLeft: raw.dir === 'rtl',
  }
}
