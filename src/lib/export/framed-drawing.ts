import type { Drawing } from './standalone-svg.ts'
import { escapeXml } from './standalone-svg.ts'

/** A picture of the page and what stood around it there. */
export interface Framed extends Drawing {
  /** Colour and type of the words around it. */
  readonly ink: string
  readonly font: string
  readonly legend: readonly { readonly label: string; readonly fill: string }[]
}

const MARGIN = 24
const LINE = 20
const TEXT = 14
const SWATCH = 12
/** Width of a letter of that size, on the wide side. */
const LETTER = 7.6

/**
 * Puts a title over a picture, its legend under it and a margin around it, so that it can stand
 * alone. Fills of the legend may be those that the picture itself defines.
 *
 * Units: pixels.
 *
 * @example framedDrawing({ ...drawing, ink: '#000', font: 'serif', legend: [] }).width //=> drawing.width + 48
 */
export function framedDrawing(framed: Framed): Drawing {
  const { inner, width, height, title, ink, font, legend } = framed
  const titleLines = wrapped(title, Math.max(16, Math.floor(width / LETTER)))
  const pictureTop = MARGIN + titleLines.length * LINE + 8
  const legendTop = pictureTop + height + LINE
  const rows = legendRows(legend, width)
  const text = (words: string, x: number, y: number, weight = 400) =>
    `<text x="${x}" y="${y}" fill="${escapeXml(ink)}" font-family="${escapeXml(font)}" font-size="${TEXT}" font-weight="${weight}">${escapeXml(words)}</text>`
  const parts = [
    ...titleLines.map((line, row) => text(line, MARGIN, MARGIN + row * LINE + TEXT, 600)),
    `<svg x="${MARGIN}" y="${pictureTop}" width="${width}" height="${height}" overflow="visible">${inner}</svg>`,
    ...rows.map(({ label, fill, x, row }) => {
      const y = legendTop + row * LINE
      const swatch = `<rect x="${MARGIN + x}" y="${y}" width="${SWATCH}" height="${SWATCH}" fill="${escapeXml(fill)}"/>`
      return swatch + text(label, MARGIN + x + SWATCH + 6, y + SWATCH - 1)
    }),
  ]
  return {
    ...framed,
    inner: parts.join('\n'),
    width: width + 2 * MARGIN,
    height: legendTop + ((rows.at(-1)?.row ?? -1) + 1) * LINE + MARGIN,
  }
}

/** Breaks a text between words into lines of at most so many letters. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}

function legendRows(legend: Framed['legend'], width: number) {
  let x = 0
  let row = 0
  return legend.map((entry) => {
    const length = SWATCH + 6 + entry.label.length * LETTER + 16
    if (x > 0 && x + length > width) {
      x = 0
      row += 1
    }
    const placed = { ...entry, x, row }
    x += length
    return placed
  })
}
