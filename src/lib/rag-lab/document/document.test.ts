import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotes } from './find-quotes.ts'
import { headingMarks, headingPath } from './heading-marks.ts'
import { pageText } from './page-text.ts'
import { parseDocument } from './parse-document.ts'
import { plainText } from './plain-text.ts'
import { wrapLines } from './wrap-lines.ts'

const markdown = [
  '# Tea',
  '',
  'Hot **water**, `boiled` once, see [the shop](shop.html).',
  'A second line.',
  '',
  '| Kind | Heat |',
  '| --- | --- |',
  '| Green | 80 °C |',
  '| Black | 95 °C |',
  '',
  '- loose leaves',
  '1. First, warm the pot.',
].join('\n')

describe('parsing', () => {
  it('leaves Markdown as it is', () => {
    expect(parseDocument({ text: markdown, title: 'Tea', language: 'en' }, 'markdown').text).toBe(
      markdown,
    )
  })

  it('takes the marks off and flattens tables to cells', () => {
    expect(plainText(markdown)).toBe(
      [
        'Tea',
        '',
        'Hot water, boiled once, see the shop. A second line.',
        '',
        'Kind\nHeat\nGreen\n80 °C\nBlack\n95 °C',
        '',
        'loose leaves\n1. First, warm the pot.',
      ].join('\n'),
    )
  })

  it('keeps code as it stands', () => {
    expect(plainText('```\n# not a heading\n*IDN?\n```')).toBe('# not a heading\n*IDN?')
  })

  it('reads tables of pages column by column', () => {
    expect(pageText(markdown, 'Tea', 'en').split('\n')).toEqual([
      'Tea',
      'Hot water, boiled once, see the shop. A second line.',
      'Kind',
      'Green',
      'Black',
      'Heat',
      '80 °C',
      '95 °C',
      '• loose leaves',
      '1. First, warm the pot.',
      'Page 1',
    ])
  })

  it('repeats title and page number every 40 lines', () => {
    const items = Array.from({ length: 41 }, (_, place) => `- item ${place}`).join('\n')
    const lines = pageText(items, 'Tea', 'en').split('\n')
    expect(lines.slice(40, 43)).toEqual(['Page 1', 'Tea', '• item 40'])
    expect(lines.at(-1)).toBe('Page 2')
    expect(pageText('茶', '茶', 'zh')).toBe('茶\n第 1 页')
  })
})

describe('lines of a page', () => {
  it('break between words, with a hyphen in long words, anywhere in Chinese', () => {
    expect(wrapLines('an extraordinary tea', 10)).toEqual(['an extrao-', 'rdinary', 'tea'])
    expect(wrapLines('part HV-0471-extra here', 10)).toEqual(['part', 'HV-0471-extra', 'here'])
    expect(wrapLines('茶室九点开门', 8)).toEqual(['茶室九点', '开门'])
    expect(wrapLines('', 8)).toEqual([])
  })

  it('lose no letter and are never wider than the page where words allow it', () => {
    const word = fc.stringMatching(/^[a-z]{1,20}$/)
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 20, max: 60 }), (words, width) => {
        const lines = wrapLines(words.join(' '), width)
        expect(lines.every(({ length }) => length <= width)).toBe(true)
        expect(lines.join('').replace(/[- ]/g, '')).toBe(words.join(''))
      }),
    )
  })
})

describe('quotes', () => {
  it('are found again without their marks, and lost when taken apart', () => {
    const plain = plainText(markdown)
    const [row] = findQuotes(plain, markdown, ['| Black | 95 °C |'])
    expect(row?.span && plain.slice(row.span.start, row.span.end)).toBe('Black\n95 °C')
    expect(findQuotes(pageText(markdown, 'Tea', 'en'), markdown, ['| Black | 95 °C |'])).toEqual([
      { quote: '| Black | 95 °C |', span: null },
    ])
  })

  it('are found across a hyphen at the end of a line', () => {
    expect(findQuotes('A b-\nig one', 'A **big** one', ['**big**'])[0]?.span).toEqual({
      start: 2,
      end: 7,
    })
  })

  it('are not found within a longer number', () => {
    expect(findQuotes('212 cm', '| 12 cm |', ['| 12 cm |'])[0]?.span).toBeNull()
  })

  it('of two places stand at the one nearest to where they stood', () => {
    const between = 'z '.repeat(20)
    const parsed = `a 1 ${between}1 b`
    const original = `a 1 ${between}- 1 - b`
    expect(findQuotes(parsed, original, ['- 1 -'])[0]?.span).toEqual({ start: 44, end: 45 })
  })

  it('of Markdown are where they are', () => {
    expect(findQuotes(markdown, markdown, ['A second line.'])[0]?.span?.start).toBe(
      markdown.indexOf('A second'),
    )
  })
})

describe('headings', () => {
  it('give the path of a place and are not seen in code', () => {
    const marks = headingMarks('# A\n## B\ntext\n```\n# code\n```\n## C\ntext')
    expect(marks.map(({ name }) => name)).toEqual(['A', 'B', 'C'])
    expect(headingPath(marks, 10).map(({ name }) => name)).toEqual(['A', 'B'])
    expect(headingPath(marks, 40).map(({ name }) => name)).toEqual(['A', 'C'])
    expect(headingPath([], 3)).toEqual([])
    expect(headingMarks('Tea\n===\ntext')).toEqual([{ start: 0, level: 1, name: 'Tea' }])
  })
})
