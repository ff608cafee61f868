import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOf } from './count-of.ts'
import { formatBytes } from './format-bytes.ts'
import { formatCount } from './format-count.ts'
import { formatDuration } from './format-duration.ts'
import { formatNumber } from './format-number.ts'
import { formatParameters } from './format-parameters.ts'
import { formatPercent } from './format-percent.ts'
import { formatTokens } from './format-tokens.ts'

test('counts carry commas between thousands', () => {
  expect(formatCount(42000)).toBe('42,000')
  expect(formatCount(999)).toBe('999')
  expect(formatCount(1234567.6)).toBe('1,234,568')
  expect(formatCount(-1234)).toBe('-1,234')
  expect(formatCount(-0.2)).toBe('0')
})

test('tokens carry their word, singular for one', () => {
  expect(formatTokens(42000)).toBe('42,000 tokens')
  expect(formatTokens(1)).toBe('1 token')
})

test('bytes pick the largest unit in which they are at least one', () => {
  expect(formatBytes(512 * 2 ** 20)).toBe('512 MiB')
  expect(formatBytes(3.1 * 2 ** 30)).toBe('3.1 GiB')
  expect(formatBytes(24e9, { base: 'si' })).toBe('24 GB')
  expect(formatBytes(24e9, { base: 'iec', digits: 2 })).toBe('22.35 GiB')
  expect(formatBytes(999, { base: 'si' })).toBe('999 B')
  expect(formatBytes(1000, { base: 'si' })).toBe('1 kB')
  expect(formatBytes(1000)).toBe('1,000 B')
  expect(formatBytes(0)).toBe('0 B')
  expect(formatBytes(-3.1 * 2 ** 30)).toBe('-3.1 GiB')
})

test('bytes that round up to a whole larger unit are shown in it', () => {
  expect(formatBytes(2 ** 30 - 1)).toBe('1 GiB')
  expect(formatBytes(999_999_999, { base: 'si' })).toBe('1 GB')
})

test('bytes keep a unit and zeros when asked', () => {
  expect(formatBytes(2 ** 29, { unit: 'GiB', digits: 2, keepZeros: true })).toBe('0.50 GiB')
})

test('bytes of one base never show a unit of the other', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e16, noNaN: true }), (bytes) => {
      expect(formatBytes(bytes, { base: 'iec' })).toMatch(/^[\d,.]+ (B|[KMGT]iB)$/)
      expect(formatBytes(bytes, { base: 'si' })).toMatch(/^[\d,.]+ (B|[kMGT]B)$/)
    }),
  )
})

test('parameters have three figures and the letter of a model card', () => {
  expect(formatParameters(8_030_261_248)).toBe('8.03 B')
  expect(formatParameters(671_026_419_200)).toBe('671 B')
  expect(formatParameters(134_515_008)).toBe('135 M')
  expect(formatParameters(70_553_706_496)).toBe('70.6 B')
  expect(formatParameters(999_900_000)).toBe('1 B')
  expect(formatParameters(1_026_408_232_448)).toBe('1.03 T')
  expect(formatParameters(412)).toBe('412')
})

test('percentages are fractions times one hundred', () => {
  expect(formatPercent(0.9)).toBe('90 %')
  expect(formatPercent(0.1234)).toBe('12.3 %')
  expect(formatPercent(-0.005)).toBe('-0.5 %')
})

test('durations use the units that a person would', () => {
  expect(formatDuration(0)).toBe('0 s')
  expect(formatDuration(0.000042)).toBe('42 µs')
  expect(formatDuration(0.0071)).toBe('7.1 ms')
  expect(formatDuration(0.85)).toBe('850 ms')
  expect(formatDuration(3.24)).toBe('3.2 s')
  expect(formatDuration(59.97)).toBe('1 min')
  expect(formatDuration(250)).toBe('4 min 10 s')
  expect(formatDuration(7500)).toBe('2 h 5 min')
  expect(formatDuration(90000)).toBe('1 d 1 h')
})

test('numbers that are not finite are refused', () => {
  expect(() => formatNumber(NaN)).toThrow(RangeError)
  expect(() => formatBytes(Infinity)).toThrow(RangeError)
  expect(() => formatDuration(-1)).toThrow(RangeError)
  expect(() => formatNumber(1, { digits: 1.5 })).toThrow(RangeError)
})

test('a written number reads back as the rounded value', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
      const text = formatNumber(value, { digits: 3 })
      expect(Math.abs(Number(text.replaceAll(',', '')) - value)).toBeLessThanOrEqual(0.00051)
    }),
  )
})

test('a count takes its noun in the singular for one only', () => {
  expect([0, 1, 2, 49152].map((count) => countOf(count, 'token'))).toEqual([
    '0 tokens',
    '1 token',
    '2 tokens',
    '49,152 tokens',
  ])
  expect(countOf(3, 'entry', 'entries')).toBe('3 entries')
})
