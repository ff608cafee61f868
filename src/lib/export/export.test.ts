import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'
import { framedDrawing } from './framed-drawing.ts'
import { standaloneSvg } from './standalone-svg.ts'
import { toCsv } from './to-csv.ts'
import { toMarkdown } from './to-markdown.ts'

const table = {
  caption: 'Cache',
  columns: ['Tokens', 'f16'],
  rows: [
    [512, '64 MiB, "fits"'],
    [1024, '128 MiB | tight'],
  ],
}

test('toCsv quotes what needs it and ends lines as RFC 4180 asks', () => {
  expect(toCsv(table)).toBe('Tokens,f16\r\n512,"64 MiB, ""fits"""\r\n1024,128 MiB | tight\r\n')
})

test('toCsv never hands a spreadsheet a formula, and leaves negative numbers alone', () => {
  const rows = [['=1+1'], ['@x'], [-5]]
  expect(toCsv({ caption: '', columns: ['a'], rows })).toBe("a\r\n'=1+1\r\n'@x\r\n-5\r\n")
})

test('toMarkdown escapes bars and mark-up and sets numbers right', () => {
  expect(toMarkdown(table)).toBe(
    '**Cache**\n\n| Tokens | f16 |\n| ---: | --- |\n| 512 | 64 MiB, "fits" |\n| 1024 | 128 MiB \\| tight |\n',
  )
  expect(toMarkdown({ caption: '', columns: ['a'], rows: [['<b>\n']] })).toContain('&lt;b>')
})

test('toMarkdown keeps one line a row whatever the cells hold', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (rows) => {
      const lines = toMarkdown({ caption: '', columns: ['a', 'b'], rows })
        .trimEnd()
        .split('\n')
      expect(lines).toHaveLength(rows.length + 2)
    }),
  )
})

test('standaloneSvg escapes its texts and refuses an empty picture', () => {
  const drawing = {
    inner: '',
    width: 4,
    height: 2,
    title: 'a<b',
    description: '"',
    background: '#fff',
  }
  expect(standaloneSvg(drawing)).toContain('<title>a&lt;b</title>\n<desc>&quot;</desc>')
  expect(() => standaloneSvg({ ...drawing, width: 0 })).toThrow(RangeError)
})

test('fileName holds only letters, digits, points and hyphens', () => {
  expect(fileName(['Memory calculator', 'Llama 3.1 8B'], 'csv')).toBe(
    'memory-calculator-llama-3.1-8b.csv',
  )
  expect(fileName(['../../<x>'], 'svg')).toBe('x.svg')
  expect(fileName(['模型'], 'svg')).toBe('table.svg')
})

test('toCsv writes the plain form of a table where it has one', () => {
  const plain = { columns: ['Tokens', 'f16 (bytes)'], rows: [[512, 67_108_864]] }
  expect(toCsv({ ...table, plain })).toBe('Tokens,f16 (bytes)\r\n512,67108864\r\n')
  expect(toMarkdown({ ...table, plain })).toContain('64 MiB')
})

test('framedDrawing puts title, picture and legend under one another, with a margin', () => {
  const legend = ['Weights', 'KV cache', 'Compute buffers'].map((label) => ({
    label,
    fill: 'url(#a)',
  }))
  const drawing = {
    inner: '<g/>',
    width: 200,
    height: 100,
    title: 'Memory of a model with a long name on a card <x>',
    description: '',
    background: '#fff',
    ink: '#000',
    font: 'serif',
    legend,
  }
  const framed = framedDrawing(drawing)
  expect(framed.width).toBe(248)
  // Two lines of title and two rows of legend at 20, margins of 24, 8 and 20 between.
  expect(framed.height).toBe(24 + 40 + 8 + 100 + 20 + 40 + 24)
  expect(framed.inner).toContain('&lt;x&gt;')
  for (const { label } of legend) expect(framed.inner).toContain(`>${label}</text>`)
  expect(framedDrawing({ ...drawing, title: 'Short', legend: [] }).height).toBe(
    24 + 20 + 8 + 100 + 20 + 24,
  )
})
