import { expect, test } from 'vitest'
import { evaluateCells } from '../../src/components/course/evaluate-cells.ts'

const lines = (...expressions: string[]) =>
  evaluateCells(expressions.map((expression) => ({ name: null, expression })))
const problem = (expression: string) => {
  const [result] = lines(expression)
  return result !== undefined && 'problem' in result ? result.problem : null
}

test('lines share a scope, with units', () => {
  const results = evaluateCells([
    { name: 'layers', expression: '32' },
    { name: 'kv_heads', expression: '8' },
    { name: 'per_token', expression: '2 * layers * kv_heads * 128 * 2 B' },
    { name: 'cache', expression: '8192 per_token' },
    { name: null, expression: 'cache to MiB' },
    { name: null, expression: '24 GiB - cache' },
    { name: null, expression: '(24 GiB) / per_token' },
    { name: null, expression: '1008 GB / s / (4.9 GB)' },
  ])
  expect(results).toEqual([
    { text: '32' },
    { text: '8' },
    { text: '128 KiB (131,072 B)' },
    { text: '1 GiB (1.074 GB)' },
    { text: '1 GiB (1.074 GB)' },
    { text: '23 GiB (24.696 GB)' },
    { text: '196,608' },
    { text: '205.714 per second' },
  ])
})

test('functions of arithmetic are there', () => {
  expect(
    lines('floor(7 / 2)', 'max(3, 5)', 'log2(1024)', 'sqrt(16)', 'round(2.6)', '7 mod 4'),
  ).toEqual(['3', '5', '10', '4', '3', '3'].map((text) => ({ text })))
})

test('a wrong line says why in words, and what needs it says so too', () => {
  const results = evaluateCells([
    { name: 'a', expression: '2 *' },
    { name: 'b', expression: 'a + 1' },
    { name: 'c', expression: '5' },
  ])
  expect(results[0]).toEqual({
    problem: 'This cannot be read near character 4. Something is missing or left over.',
  })
  expect(results[1]).toEqual({ problem: '"a" is not known here.' })
  expect(results[2]).toEqual({ text: '5' })
  expect(problem('')).toBe('Write a number or a formula.')
  expect(problem('1 / 0')).toMatch(/not a finite number/)
  expect(problem('2 B + 3')).toMatch(/do not go together/)
  expect(problem('2 B + 3 s')).toMatch(/do not go together/)
  expect(problem('x = 3')).toMatch(/right of the equals sign/)
})

test('nothing but plain arithmetic is let through', () => {
  for (const text of [
    'import({})',
    'createUnit("x")',
    'evaluate("1")',
    'parse("1")',
    'f(x) = x',
    '[1, 2, 3]',
    '1:1000000000',
    '"text"',
    '{a: 1}',
    'a.b',
    '1; 2',
    '9999999999!',
    'combinations(1e9, 3)',
    'ones(1e5, 1e5)',
    'cos.constructor("return 1")()',
    'constructor',
    '__proto__',
    'random()',
    `1${'+1'.repeat(200)}`,
    '10 ^ 1000',
    '(-1) ^ 0.5',
  ]) {
    expect(problem(text), text).toMatch(/\.$|\?$/)
  }
})
