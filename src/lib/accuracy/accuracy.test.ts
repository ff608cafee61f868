import { expect, test } from 'vitest'
import type { KindReport, RowResult } from '../truth/truth-report.ts'
import type { TruthRow } from '../truth/truth-row.ts'
import { accuracySummary, errorText } from './accuracy-summary.ts'
import { errorPosition } from './error-position.ts'
import { fittedClasses } from './fitted-classes.ts'
import { formatTruthValue } from './format-truth-value.ts'
import { publishedRows } from './published-rows.ts'
import { sourceLink, sourceName } from './source-link.ts'

test('a repository file becomes an address, a bare text has none', () => {
  expect(sourceLink('github:ggml-org/llama.cpp:tools/quantize/README.md')).toBe(
    'https://github.com/ggml-org/llama.cpp/blob/HEAD/tools/quantize/README.md',
  )
  expect(sourceLink('github:a/b:data/pull requests/1.md')).toBe(
    'https://github.com/a/b/blob/HEAD/data/pull%20requests/1.md',
  )
  expect(sourceLink('https://example.com/x')).toBe('https://example.com/x')
  expect(sourceLink('a public log')).toBeNull()
  expect(sourceLink('javascript:alert(1)')).toBeNull()
  expect(sourceName('github:a/b:c.md')).toBe('a/b:c.md')
})

test('values keep the digits that a comparison needs, and the unit without its note', () => {
  expect(formatTruthValue(8030261248, 'parameters')).toBe('8,030,261,248 parameters')
  expect(formatTruthValue(2.0042, 'bits per weight')).toBe('2.0042 bits per weight')
  expect(formatTruthValue(2066, 'MiB (doc prints MB)')).toBe('2,066 MiB')
})

test('errors are placed from exact to a whole, never outside', () => {
  expect(errorPosition(0)).toBe(4)
  expect(errorPosition(1)).toBe(100)
  expect(errorPosition(-7)).toBe(100)
  expect(errorPosition(1e-3)).toBeGreaterThan(errorPosition(1e-4))
})

test('errors are written so that a small one can be told from none', () => {
  expect(errorText(0)).toBe('0 %')
  expect(errorText(0.00034)).toMatch(/^0\.034/)
  expect(errorText(null)).toBe('not computed')
})

test('the worst row is one that the limit holds for; a worse source of low confidence is named', () => {
  const result = (id: string, error: number, confidence: 'high' | 'low'): RowResult => ({
    row: { id, kind: 'kv-cache', confidence, expected: { value: 1, unit: 'B' } } as TruthRow,
    answer: { value: 1 + error },
    error,
    limit: null,
  })
  const report = (rows: readonly RowResult[]): KindReport => ({
    kind: 'kv-cache',
    limit: { row: null, never: 0.02, words: 'never off by more than 2 %' },
    rows,
    computed: rows.length,
    missed: 0,
    within: rows.length,
    median: 0,
    p90: 0,
    worst: null,
    failures: [],
  })
  const [mixed] = accuracySummary([
    report([result('a', 0.0115, 'high'), result('b', 0.065, 'low'), result('c', 0.001, 'low')]),
  ])
  expect(mixed).toMatchObject({ worst: '1.15 %', excepted: [{ id: 'b', error: '6.5 %' }] })
  const [trusted] = accuracySummary([report([result('a', -0.02, 'high')])])
  expect(trusted?.excepted).toEqual([])
  expect(trusted?.worst).toMatch(/^[-−]2 %$/)
})

test('rows without a public source are counted, not shown', () => {
  expect(publishedRows([{ publish: false }, {}, { publish: true }])).toEqual({
    published: [{}, { publish: true }],
    hidden: 1,
  })
})

test('fitted constants are printed as shares and microseconds', () => {
  expect(fittedClasses({ gddr: { efficiency: 0.904, layerTime: 0.000084 } })).toEqual([
    { name: 'gddr', efficiency: '0.90', layerMicroseconds: '84' },
  ])
})
