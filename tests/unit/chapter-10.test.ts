import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calculatorSchema } from '../../src/lib/memory-calculator/calculator-state.ts'
import { words } from '../../src/lib/memory-calculator/words.ts'

const text = readFileSync('src/content/docs/10-inference-memory.mdx', 'utf8')
const numbers = readFileSync('src/lib/memory-calculator/number-rows.ts', 'utf8')

/** Every text below an object, however deep. */
const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : []

/** What the calculator shows: its words, the labels of its fields and of its numbers. */
const shown = new Set([
  ...textsOf(words),
  ...Object.values(calculatorSchema).map(({ label }) => label),
  ...[...numbers.matchAll(/label: '([^']+)'/g)].map((match) => match[1] ?? ''),
])

test('the steps of the experiments name controls and rows that the calculator has', () => {
  const experiments = [...text.matchAll(/<Experiment [^]*?<Fragment/g)].map(([whole]) => whole)
  expect(experiments).toHaveLength(7)
  const named = experiments.flatMap((steps) =>
    [...steps.matchAll(/(?<!\w)_([^_`]+)_(?!\w)/g)].map((match) => match[1] ?? ''),
  )
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((name) => !shown.has(name))).toEqual([])
})

test('the prose calls a figure as its caption does, by chapter and number', () => {
  const names = [...text.matchAll(/\b[Ff]igures? (\d+(?:\.\d+)?)/g)].map((match) => match[1])
  expect(names.length).toBeGreaterThan(2)
  expect(names.filter((name) => !name?.startsWith('10.'))).toEqual([])
})
