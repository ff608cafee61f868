import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Quantity } from './exercise.ts'
import type { GradableAnswer, GradableExercise } from './gradable.ts'
import { gradeExercise } from './grade-exercise.ts'

const GIB = 1_073_741_824

function numeric(field: Partial<GradableAnswer> & { value: number }): GradableExercise {
  const answer = { id: 'a', label: 'A', within: 0, quantity: 'bytes', mistakes: [] } as const
  return { kind: 'numeric', answers: [{ ...answer, ...field }] }
}

const verdict = (exercise: GradableExercise, text: string) =>
  gradeExercise(exercise, { a: text }).verdict

test('a size is right in any unit that is labelled', () => {
  const exercise = numeric({ value: 1.5 * GIB, within: 0.01 * GIB })
  for (const text of [
    '1.5 GiB',
    '1.61 GB',
    '1536 MiB',
    '1,536 MiB',
    '1.5gib',
    '1610612736 bytes',
    '1 610 612 736 B',
    'about 1.5 GiB',
    '≈ 1.5 GiB.',
    '1,5 GiB',
    '1.61e9 B',
    '1572864 KiB',
    '1.5 gibibytes',
  ]) {
    expect(verdict(exercise, text), text).toBe('right')
  }
})

test('a size without its unit gets a sentence that asks for it, not a verdict', () => {
  const grade = gradeExercise(numeric({ value: 1.5 * GIB, within: 0.01 * GIB }), { a: '1.5' })
  expect(grade.verdict).toBe('incomplete')
  expect(grade.message).toMatch(/unit/)
  expect(grade.parts[0]?.message).toMatch(/GiB.*GB/)
})

test('a size may stand bare where the question names its unit', () => {
  const exercise = numeric({ value: 524_288, bareUnit: 'B' })
  for (const text of ['524288', '524,288', '512 KiB', '524288 bytes per token']) {
    expect(verdict(exercise, text), text).toBe('right')
  }
  expect(gradeExercise(exercise, { a: '512' }).message).toBe(
    'The digits are right, the unit is not: 512 fits KiB, a bare number is read in B.',
  )
})

test('what cannot be negative says so, with either minus sign', () => {
  const size = numeric({ value: 1.5 * GIB, within: 0.01 * GIB })
  for (const text of ['-1.5 GiB', '\u22121.5 GiB']) {
    expect(gradeExercise(size, { a: text })).toMatchObject({
      verdict: 'wrong',
      message: expect.stringMatching(/^A size cannot be negative/) as unknown,
    })
  }
  const tokens = numeric({ value: 100, quantity: 'tokens' })
  expect(gradeExercise(tokens, { a: '-100' }).message).toBe('A count cannot be negative.')
  expect(verdict(numeric({ value: -3, quantity: 'number' }), '-3')).toBe('right')
})

test('right digits with the wrong unit are told apart from a wrong number', () => {
  const exercise = numeric({ value: 1.5 * GIB, within: 0.01 * GIB })
  expect(gradeExercise(exercise, { a: '1.5 GB' }).message).toBe(
    'The digits are right, the unit is not: 1.5 fits GiB, you wrote GB.',
  )
  expect(gradeExercise(exercise, { a: '3 GiB' }).message).toBe('Too high, about 2 times.')
  expect(gradeExercise(exercise, { a: '1.47 GiB' }).message).toMatch(/a little too low/)
})

test('bits are refused with a reason', () => {
  const grade = gradeExercise(numeric({ value: 8 }), { a: '64 bits' })
  expect(grade.verdict).toBe('incomplete')
  expect(grade.message).toMatch(/8 bits are 1 byte/)
})

test('an exact answer forgives the last bit of a fraction and nothing else', () => {
  const exercise = numeric({ value: 2.125 * GIB })
  expect(verdict(exercise, '2.125 GiB')).toBe('right')
  expect(verdict(exercise, '2176 MiB')).toBe('right')
  expect(verdict(exercise, '2.12 GiB')).toBe('wrong')
})

test('a tolerance holds at its edge and ends beyond it', () => {
  const exercise = numeric({ value: 66817, within: 668.17, quantity: 'tokens' })
  expect(verdict(exercise, '66,817')).toBe('right')
  expect(verdict(exercise, '67485 tokens')).toBe('right')
  expect(verdict(exercise, '66149')).toBe('right')
  expect(verdict(exercise, '67486')).toBe('wrong')
  expect(verdict(exercise, '66148')).toBe('wrong')
})

test('factors are read with and without their sign', () => {
  const exercise = numeric({ value: 48, within: 0.5, quantity: 'factor' })
  for (const text of ['48', '48x', '48×', '×48', '48 times', '48-fold', '48.2']) {
    expect(verdict(exercise, text), text).toBe('right')
  }
  expect(verdict(exercise, '12')).toBe('wrong')
  expect(verdict(exercise, '48 GiB')).toBe('incomplete')
})

test('percentages are shares; a bare share gets a question', () => {
  const exercise = numeric({ value: 0.53125, within: 0.001, quantity: 'percent' })
  expect(verdict(exercise, '53.125 %')).toBe('right')
  expect(verdict(exercise, '53.1')).toBe('right')
  expect(verdict(exercise, '0.53125')).toBe('incomplete')
})

test('a known mistake gets its own sentence', () => {
  const mistakes = [{ value: 7.5 * GIB, says: 'You counted the query heads.' }]
  const exercise = numeric({ value: 1.5 * GIB, within: 0.01 * GIB, mistakes })
  expect(gradeExercise(exercise, { a: '7.5 GiB' }).message).toBe('You counted the query heads.')
})

test('several fields are graded one by one', () => {
  const field = { label: '', within: 0, quantity: 'bytes', mistakes: [] } as const
  const exercise: GradableExercise = {
    kind: 'numeric',
    answers: [
      { ...field, id: 'x', value: 524288 },
      { ...field, id: 'y', value: 131072 },
    ],
  }
  expect(gradeExercise(exercise, { x: '512 KiB', y: '128 KiB' }).verdict).toBe('right')
  const half = gradeExercise(exercise, { x: '512 KiB', y: '64 KiB' })
  expect(half).toMatchObject({ verdict: 'wrong', message: '1 of 2 right so far.' })
  expect(half.parts.map((part) => part.verdict)).toEqual(['right', 'wrong'])
  expect(gradeExercise(exercise, { x: '512 KiB' }).verdict).toBe('incomplete')
})

const options = [
  { correct: false, reason: 'It has more.' },
  { correct: true, reason: 'The cache holds KV heads.' },
  { correct: true, reason: 'So does this.' },
]

test('a single choice answers with the reason of what was chosen', () => {
  const exercise: GradableExercise = { kind: 'choice', options: options.slice(0, 2) }
  expect(gradeExercise(exercise, [0])).toEqual({
    verdict: 'wrong',
    message: 'Not this one.',
    parts: [{ id: '0', verdict: 'wrong', message: 'It has more.' }],
  })
  const right = gradeExercise(exercise, [1])
  expect(right.verdict).toBe('right')
  expect(right.parts.map((part) => part.message)).toEqual([
    'It has more.',
    'The cache holds KV heads.',
  ])
  expect(gradeExercise(exercise, []).verdict).toBe('incomplete')
})

test('a multiple choice says how many are missing or too many, and not which', () => {
  const exercise: GradableExercise = { kind: 'multiple', options }
  expect(gradeExercise(exercise, [2, 1]).verdict).toBe('right')
  expect(gradeExercise(exercise, [1]).message).toBe('Not yet. One is still missing.')
  expect(gradeExercise(exercise, [0, 1]).message).toBe(
    'Not yet. One of yours does not belong here. One is still missing.',
  )
  expect(gradeExercise(exercise, [0, 1]).parts.map((part) => part.id)).toEqual(['0', '1'])
})

test('an order is right by ranks, and equal ranks may swap', () => {
  const exercise: GradableExercise = { kind: 'ordering', ranks: [30, 10, 10] }
  expect(gradeExercise(exercise, [1, 2, 0]).verdict).toBe('right')
  expect(gradeExercise(exercise, [2, 1, 0]).verdict).toBe('right')
  expect(gradeExercise(exercise, [0, 1, 2])).toMatchObject({
    verdict: 'wrong',
    message: 'Not yet: 1 of 3 stand in their place.',
  })
  expect(gradeExercise(exercise, [0, 1]).verdict).toBe('incomplete')
})

test('a widget is right when all its facts hold', () => {
  const exercise: GradableExercise = {
    kind: 'widget',
    widget: 'memory-calculator',
    checks: [
      {
        test: 'equals',
        fact: 'modelId',
        value: 'llama-2-7b',
        relative: 0,
        says: 'Keep the model.',
      },
      { test: 'near', fact: 'tokens', value: 2060, relative: 0.01, says: 'Not the most yet.' },
      { test: 'at-least', fact: 'sequences', value: 8, relative: 0, says: 'Eight sequences.' },
      { test: 'at-most', fact: 'gpus', value: 1, relative: 0, says: 'One card.' },
      { test: 'not-equals', fact: 'verdict', value: 'no', relative: 0, says: 'It does not fit.' },
    ],
  }
  const facts = { modelId: 'llama-2-7b', tokens: 2050, sequences: 8, gpus: 1, verdict: 'fits' }
  expect(gradeExercise(exercise, facts).verdict).toBe('right')
  expect(gradeExercise(exercise, { ...facts, tokens: 1500 })).toMatchObject({
    verdict: 'wrong',
    message: 'Not yet. Not the most yet.',
  })
  expect(gradeExercise(exercise, { ...facts, tokens: 'many' }).verdict).toBe('wrong')
  expect(gradeExercise(exercise, { ...facts, verdict: 'no' }).verdict).toBe('wrong')
  expect(gradeExercise(exercise, {}).verdict).toBe('incomplete')
})

test('any text gets a verdict and a sentence, never an error', () => {
  const quantities: Quantity[] = ['bytes', 'tokens', 'factor', 'percent', 'count', 'number']
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...quantities), (a, quantity) => {
      const grade = gradeExercise(numeric({ value: 1.5 * GIB, quantity }), { a })
      expect(grade.message).toMatch(/[.?]$/)
      expect(grade.message).not.toMatch(/NaN|undefined|Infinity/)
    }),
  )
})

test('any stored answer is graded without an error', () => {
  const exercises: GradableExercise[] = [
    numeric({ value: 1 }),
    { kind: 'choice', options },
    { kind: 'multiple', options },
    { kind: 'ordering', ranks: [0, 1, 2] },
    { kind: 'widget', widget: 'w', checks: [] },
  ]
  const records = fc.dictionary(fc.string(), fc.anything())
  const lists = fc.array(fc.integer({ min: -3, max: 9 }))
  fc.assert(
    fc.property(fc.constantFrom(...exercises), fc.oneof(records, lists), (exercise, answer) => {
      expect(typeof gradeExercise(exercise, answer).message).toBe('string')
    }),
  )
})
