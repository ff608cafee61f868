import { expect, test } from 'vitest'
import { formatWithUnit, formatWorking } from './format-working.ts'
import { putValues, valueSlot } from './put-values.ts'

test('a formula gives its values as texts for the mathematics', () => {
  const values = { layers: 32, keyBytes: 1.0625, peak: 165.2e12, time: 0.000084 }
  const shown = formatWorking({ kind: 'formula', formula: 'f', values, result: 64 })
  expect(shown.texts).toEqual({
    layers: '32',
    keyBytes: '1.0625',
    peak: '165,200,000,000,000',
    time: '8.400e-5',
  })
  expect(shown.result).toBe(64)
})

test('a trace gives its steps', () => {
  const steps = [{ label: 'Weights', value: 8, unit: 'B' }]
  const trace = { kind: 'trace', title: 'T', certainty: 'exact', source: 's', steps } as const
  expect(formatWorking(trace)).toMatchObject({
    title: 'T',
    steps: [{ key: 'Weights', value: 8, unit: 'B' }],
    result: null,
  })
})

test('values are written with their units, bytes in one base', () => {
  expect(formatWithUnit(196_608, 'B', 'iec')).toBe('192 KiB (196,608 B)')
  expect(formatWithUnit(2, 'B', 'iec')).toBe('2 B')
  expect(formatWithUnit(1008e9, 'B/s', 'si')).toBe('1.01 TB/s')
  expect(formatWithUnit(1, 'token', 'iec')).toBe('1 token')
  expect(formatWithUnit(8192, 'token', 'iec')).toBe('8,192 tokens')
  expect(formatWithUnit(65.89, '1/s', 'iec')).toBe('65.89 a second')
})

test('values go into the slots of the mathematics, and nothing else does', () => {
  const template = `<mtext>${valueSlot('a')}</mtext><mtext>${valueSlot('b')}</mtext>`
  expect(putValues(template, { a: '<b>' })).toBe('<mtext>&lt;b&gt;</mtext><mtext>[[b]]</mtext>')
})
