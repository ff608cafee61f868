import { expect, test } from 'vitest'
import type { PdfItem, PdfPage } from './pdf-page.ts'
import { pdfText } from './pdf-text.ts'

/** A piece of text whose letters are half as wide as they are high. */
const piece = (text: string, x: number, y: number, size = 10): PdfItem => ({
  text,
  x,
  y,
  width: (text.length * size) / 2,
  size,
  angle: 0,
  rightToLeft: false,
})
const lines = (texts: readonly string[], x: number, top: number, size = 10) =>
  texts.map((text, at) => piece(text, x, top - at * size * 1.2, size))
const page = (...items: readonly (readonly PdfItem[])[]): PdfPage => ({ items: items.flat() })
const textOf = (...pages: readonly PdfPage[]) => pdfText(pages).text

const prose = (word: string, count: number) =>
  Array.from({ length: count }, (_, at) =>
    `${word}${at} ${'filler words '.repeat(3)}on`.slice(0, 40),
  )

test('lines of one paragraph are joined, a gap parts paragraphs', () => {
  const first = lines(['The first line of a paragraph goes on', 'and ends here.'], 72, 700)
  const second = lines(['A second one stands below a gap, and it', 'ends as well.'], 72, 660)
  expect(textOf(page(first, second))).toBe(
    'The first line of a paragraph goes on and ends here.\n\nA second one stands below a gap, and it ends as well.',
  )
})

test('pieces drawn in any order are read by their place', () => {
  const items = [...lines(['one two three', 'four five six'], 72, 700)].reverse()
  expect(textOf(page(items))).toBe('one two three four five six')
})

test('a word cut at the end of a line is made whole', () => {
  expect(textOf(page(lines(['an inter-', 'national law'], 72, 700)))).toBe('an international law')
  expect(pdfText([page(lines(['an inter-', 'national law'], 72, 700))]).notes).toEqual([
    '1 word cut by a hyphen at the end of a line was joined.',
  ])
})

test('a hyphen that belongs to its word stays, where the document says so', () => {
  const items = lines(['a well-known fact is well-', 'known to all who know'], 72, 700)
  expect(textOf(page(items))).toBe('a well-known fact is well-known to all who know')
})

test('no word is joined before a capital or a number', () => {
  expect(textOf(page(lines(['from Mon-', 'Friday and 10-', '20 more'], 72, 700)))).toBe(
    'from Mon- Friday and 10- 20 more',
  )
})

test('Chinese lines are joined without a space', () => {
  const items = lines(['把长文档切成小块再为', '每一块计算向量'], 72, 700)
  expect(textOf(page(items))).toBe('把长文档切成小块再为每一块计算向量')
})

test('larger letters make headings, by level', () => {
  const items = [
    piece('The title', 72, 760, 20),
    piece('A section', 72, 720, 14),
    ...lines(prose('a', 6), 72, 700),
  ]
  const { text, notes } = pdfText([page(items)])
  expect(text).toMatch(/^# The title\n\n## A section\n\na0 filler/)
  expect(notes.join(' ')).toContain('guessed from the size of the letters')
})

test('bullets and numbers make items of a list', () => {
  const items = lines(['• the first', '• the second', '1. one', '2. two'], 72, 700)
  expect(textOf(page(items))).toBe('- the first\n- the second\n\n1. one\n2. two')
})

test('two columns of running text are read one after the other, headings across them in place', () => {
  const items = page(
    [piece('One heading over both of the columns, from left to right, in full width', 72, 760)],
    lines(prose('left', 8), 72, 720),
    // Not on the same base lines as the left column.
    lines(prose('right', 8), 320, 716),
    [piece('One line below both of the columns, again from left to right, full', 72, 560)],
  )
  const { text, notes } = pdfText([items])
  const order = ['One heading', 'left0', 'left7', 'right0', 'right7', 'One line below'].map(
    (each) => text.indexOf(each),
  )
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order).not.toContain(-1)
  expect(notes).toContain('1 page was read column by column.')
})

test('short lines below the columns are read after both', () => {
  const items = page(lines(prose('left', 8), 72, 720), lines(prose('right', 8), 320, 720), [
    piece('The end', 72, 590, 14),
    piece('Last words.', 72, 570),
  ])
  expect(textOf(items)).toMatch(/right7[^]*The end[^]*Last words\.$/)
})

test('three columns are read in order', () => {
  const short = (word: string) => prose(word, 7).map((text) => text.slice(0, 28))
  const text = textOf(
    page(lines(short('a'), 40, 700), lines(short('b'), 220, 700), lines(short('c'), 400, 700)),
  )
  expect(text.indexOf('a6')).toBeLessThan(text.indexOf('b0'))
  expect(text.indexOf('b6')).toBeLessThan(text.indexOf('c0'))
})

test('a table stays in rows', () => {
  const rows = Array.from({ length: 8 }, (_, at) => at)
  const items = rows.flatMap((at) => [
    piece(`name ${at}`, 72, 700 - at * 14),
    piece(`${at}${at}`, 250, 700 - at * 14),
    piece(`${at} MB`, 400, 700 - at * 14),
  ])
  expect(textOf(page(items))).toBe(rows.map((at) => `name ${at}  ${at}${at}  ${at} MB`).join('\n'))
})

test('headers and footers that come back are left out and named', () => {
  const pages = [1, 2, 3, 4].map((number) =>
    page([piece('Annual report', 72, 800)], lines(prose('abcde'.charAt(number), 10), 72, 760), [
      piece(`Page ${number} of 4`, 280, 40),
    ]),
  )
  const { text, notes } = pdfText(pages)
  expect(text).not.toMatch(/Annual report|Page \d/)
  expect(text).toContain('e9 filler')
  expect(notes[0]).toBe(
    'Left out as a header or footer, because it comes back on up to 4 pages: “Annual report”, “Page 1 of 4”.',
  )
})

test('numbers at the head of pages that do not count them stay', () => {
  const pages = [17, 4, 9].map((value) =>
    page([piece(String(value), 72, 800)], lines(prose('x', 10), 72, 760)),
  )
  expect(textOf(...pages)).toMatch(/17[^]*4[^]*9/)
})

test('a sentence that runs over the end of a page is joined', () => {
  const text = textOf(
    page(lines(['The sentence begins on the first page and'], 72, 60)),
    page(lines(['goes on at the top of the second one.'], 72, 780)),
  )
  expect(text).toBe(
    'The sentence begins on the first page and goes on at the top of the second one.',
  )
})

test('a page turned sideways is read as it would be held', () => {
  const turned = lines(['first line of it', 'second line of it'], 72, 700).map((item) => ({
    ...item,
    x: -item.y,
    y: item.x,
    angle: Math.PI / 2,
  }))
  expect(textOf(page(turned))).toBe('first line of it second line of it')
})

test('a stamp across the page comes last, once', () => {
  const stamp = { ...piece('DRAFT', 200, 300, 60), angle: 0.8 }
  const text = textOf(
    page([stamp], lines(['Some text.'], 72, 700)),
    page([stamp], lines(['More.'], 72, 600)),
  )
  expect(text).toBe('Some text.\n\nMore.\n\nDRAFT')
})

test('letters drawn twice to look bold count once', () => {
  expect(textOf(page([piece('Bold', 72, 700), piece('Bold', 72.3, 700)]))).toBe('Bold')
})

test('pages without text are named', () => {
  expect(pdfText([page(lines(['Text.'], 72, 700)), page([]), page([])]).notes).toEqual([
    'No text on pages 2–3; a picture there is not read.',
  ])
  expect(pdfText([page([]), page([])]).text).toBe('')
})
