import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatBytes } from './format-bytes.ts'
import { parseBytes } from './parse-bytes.ts'
import { parseNumber } from './parse-number.ts'

test('sizes are read with SI and IEC units', () => {
  expect(parseBytes('24 GB')).toEqual({ bytes: 24e9 })
  expect(parseBytes('24GiB')).toEqual({ bytes: 24 * 2 ** 30 })
  expect(parseBytes('24564MiB')).toEqual({ bytes: 24564 * 2 ** 20 })
  expect(parseBytes(' 24,564 mib ')).toEqual({ bytes: 24564 * 2 ** 20 })
  expect(parseBytes('28G')).toEqual({ bytes: 28 * 2 ** 30 })
  expect(parseBytes('1,5 GB')).toEqual({ bytes: 1.5e9 })
})

test('a bare number is in the unit that the caller names', () => {
  expect(parseBytes('24')).toEqual({ bytes: 24 * 2 ** 30 })
  expect(parseBytes('24', { bareUnit: 'GB' })).toEqual({ bytes: 24e9 })
})

test('what is not a size gives a sentence', () => {
  for (const text of [
    '',
    'GB',
    '-3 GB',
    '0',
    '12 parsecs',
    '1e400',
    'NaN',
    '24 GB 3',
    '9e9 TB',
    'constructor',
  ]) {
    const result = parseBytes(text)
    expect(result).toHaveProperty('problem')
    if ('problem' in result) expect(result.problem).toMatch(/\.$/)
  }
})

test('any text gives a positive whole number of bytes or a sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const result = parseBytes(text)
      if ('bytes' in result) {
        expect(Number.isInteger(result.bytes) && result.bytes > 0).toBe(true)
      } else {
        expect(result.problem.length).toBeGreaterThan(10)
      }
    }),
  )
})

test('a formatted size reads back to what was shown', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e14 }), (bytes) => {
      const text = formatBytes(bytes, { digits: 6 })
      const result = parseBytes(text)
      expect('bytes' in result && Math.abs(result.bytes - bytes) <= 1 + bytes * 1e-6).toBe(true)
    }),
  )
})

test('numbers of several locales are read', () => {
  expect(parseNumber('1.234,5')).toBe(1234.5)
  expect(parseNumber('1,234.5')).toBe(1234.5)
  expect(parseNumber('1 234,5')).toBe(1234.5)
  expect(parseNumber("12'345")).toBe(12345)
  expect(parseNumber('1.234.567')).toBe(1234567)
  expect(parseNumber('0,125')).toBe(0.125)
  expect(parseNumber('٢٤٥٦٤')).toBe(24564)
  expect(parseNumber('２４')).toBe(24)
  expect(parseNumber('1,2,3')).toBeNull()
  expect(parseNumber('twelve')).toBeNull()
})
