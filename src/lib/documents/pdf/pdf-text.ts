import { escapeLineStarts } from '../markup/inline-text.ts'
import { documentWords, pageList } from '../words.ts'
import { joinLines, wordsOf } from './join-lines.ts'
import { withoutFurniture, type Furniture } from './page-furniture.ts'
import { pageRows } from './page-rows.ts'
import { paragraphs, withoutBullet, type Paragraph } from './paragraphs.ts'
import type { Line, PdfItem, PdfPage } from './pdf-page.ts'
import { readingOrder } from './reading-order.ts'
import { uprightItems } from './upright-items.ts'

/** The text of a PDF, and what the reader should know of it. */
export interface PdfText {
  readonly text: string
  readonly notes: readonly string[]
}

/** Headers and footers that a note quotes at most. */
const QUOTED = 4

/**
 * Puts a PDF's pieces of text together: lines, columns, paragraphs, headings, list items.
 *
 * @example pdfText([]).text //=> ''
 */
export function pdfText(pages: readonly PdfPage[]): PdfText {
  const upright = pages.map(({ items }) => uprightItems(items))
  const { pages: bare, furniture } = withoutFurniture(upright.map(({ items }) => pageRows(items)))
  const ordered = bare.map((rows, at) => readingOrder(rows, at + 1))
  const lines = ordered.flatMap((page) => page.lines)
  const vocabulary = wordsOf(lines)
  let hyphens = 0
  const blocks: { readonly page: number; readonly text: string; readonly kind: string }[] = []
  const found = paragraphs(lines)
  for (const paragraph of found) {
    const written = write(paragraph, vocabulary)
    hyphens += written.hyphens
    blocks.push({ page: paragraph.lines[0]?.page ?? 1, text: written.text, kind: paragraph.kind })
  }
  const text = blocks.reduce((before, { text: block, kind }, at) => {
    if (at === 0) return block
    const tight = /^(item|numbered)$/.test(kind) && blocks[at - 1]?.kind === kind
    return `${before}${tight ? '\n' : '\n\n'}${block}`
  }, '')
  const stray = upright.map(({ aside }) => asideText(aside)).filter((each) => each !== '')
  const empty = pages.flatMap(({ items }, at) =>
    items.some((item) => item.text.trim() !== '') ? [] : [at + 1],
  )
  return {
    text: [text, ...new Set(stray)].filter((each) => each !== '').join('\n\n'),
    notes: notes({
      furniture,
      hyphens,
      columns: ordered.filter(({ columns }) => columns > 1).length,
      headings: found.some(({ kind }) => kind === 'heading'),
      empty,
    }),
  }
}

function write({ lines, kind, level }: Paragraph, vocabulary: ReadonlySet<string>) {
  const texts = lines.map((line: Line) => line.text)
  if (kind === 'rows') return { text: texts.join('\n'), hyphens: 0 }
  const { text, hyphens } = joinLines(texts, vocabulary)
  if (kind === 'heading') return { text: `${'#'.repeat(level)} ${text}`, hyphens }
  if (kind === 'item') return { text: `- ${withoutBullet(text)}`, hyphens }
  // A number at the start is a list's own; only what would look like a heading is escaped.
  return { text: /^#/.test(text) ? escapeLineStarts(text) : text, hyphens }
}

/** Text that runs across the page, such as a stamp in the margin; in the order it is drawn. */
const asideText = (items: readonly PdfItem[]) =>
  items
    .map(({ text }) => text.trim())
    .join(' ')
    .trim()

function notes(found: {
  readonly furniture: readonly Furniture[]
  readonly hyphens: number
  readonly columns: number
  readonly headings: boolean
  readonly empty: readonly number[]
}): readonly string[] {
  const { furniture, hyphens, columns, headings, empty } = found
  return [
    ...(furniture.length === 0
      ? []
      : [
          documentWords.furniture(
            furniture.slice(0, QUOTED).map(({ text }) => text.slice(0, 60)),
            Math.max(...furniture.map(({ pages }) => pages)),
          ),
        ]),
    ...(columns === 0 ? [] : [documentWords.columns(columns)]),
    ...(hyphens === 0 ? [] : [documentWords.hyphens(hyphens)]),
    ...(headings ? [documentWords.headings] : []),
    ...(empty.length === 0 ? [] : [documentWords.noText(pageList(empty))]),
  ]
}
