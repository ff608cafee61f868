import { expect, test } from 'vitest'
import { errorText } from './accuracy-summary.ts'
import { errorPosition } from './error-position.ts'
import { formatTruthValue } from './format-truth-value.ts'
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
