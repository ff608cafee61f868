import { expect, test } from 'vitest'
import { explainMathError } from './explain-math-error.ts'
import { formatCell } from './format-cell.ts'
import { formatValue } from './format-value.ts'

test('each format writes its unit', () => {
  expect(formatValue(1_610_612_736, { as: 'bytes-both' })).toBe('1.5 GiB (1.61 GB)')
  expect(formatValue(524_288, { as: 'bytes-iec' })).toBe('512 KiB')
  expect(formatValue(524_288, { as: 'bytes-si' })).toBe('524.29 kB')
  expect(formatValue(524_288, { as: 'bytes' })).toBe('524,288 bytes')
  expect(formatValue(66_817, { as: 'tokens' })).toBe('66,817 tokens')
  expect(formatValue(66_817, { as: 'count' })).toBe('66,817')
  expect(formatValue(0.53125, { as: 'percent', digits: 3 })).toBe('53.125 %')
  expect(formatValue(48, { as: 'factor' })).toBe('48×')
  expect(formatValue(8_030_261_248, { as: 'parameters' })).toBe('8.03 B')
  expect(formatValue(1 / 3)).toBe('0.33')
})

test('a cell shows bytes in both kinds of unit and numbers to six figures', () => {
  const bytes = (size: number) => ({ kind: 'unit', unit: null, bytes: size, text: '' }) as const
  expect(formatCell(bytes(1_610_612_736))).toBe('1.5 GiB (1.611 GB)')
  expect(formatCell(bytes(131_072))).toBe('128 KiB (131,072 B)')
  expect(formatCell(bytes(34))).toBe('34 B')
  expect(formatCell({ kind: 'number', value: 2 / 3 })).toBe('0.666667')
  expect(formatCell({ kind: 'number', value: 131_072 })).toBe('131,072')
  expect(formatCell({ kind: 'number', value: 1e21 })).toBe('1.00000e+21')
  expect(() => formatCell({ kind: 'number', value: Infinity })).toThrow('infinite')
})

test('errors of formulas are told in words', () => {
  expect(explainMathError('Undefined symbol heads', ['layers', 'kv'])).toBe(
    '"heads" is not known here. Known so far: layers, kv.',
  )
  expect(explainMathError('Value expected (char 4)', [])).toBe(
    'This cannot be read near character 4. Something is missing or left over.',
  )
  expect(explainMathError('Units do not match', [])).toMatch(/do not go together/)
  expect(explainMathError('refused import', [])).toMatch(/^import\(\) is not available/)
})
