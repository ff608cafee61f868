import { expect, test } from 'vitest'
import type { Exercise } from './exercise.ts'
import { evaluateKey } from './evaluate-key.ts'
import { inferenceMemory } from '../memory/inference-memory.ts'
import { fillText } from './fill-text.ts'
import { testLookups as lookups } from './lookups.fixture.ts'
import { gradeExercise } from './grade-exercise.ts'
import { resolveExercise } from './resolve-exercise.ts'
import { shuffled } from './shuffled.ts'
import { validateExercises } from './validate-exercises.ts'

const base = {
  id: 'per-token',
  objective: 'derive',
  title: 'Per token',
  prompt: 'How much does {model} keep?',
  hints: ['Two vectors.'],
  worked: 'It is {cache}, {share} of the rest.',
} as const

const numeric: Exercise = {
  ...base,
  kind: 'numeric',
  answers: [
    {
      id: 'cache',
      label: 'Cache',
      key: { fn: 'kvBytes', args: { model: 'llama-2-7b', tokens: 8192, format: 'q8_0' } },
      quantity: 'bytes',
      tolerance: { absolute: 0.01, unit: 'GiB' },
      as: 'bytes-both',
      digits: 3,
      mistakes: [
        {
          value: { fn: 'kvBytes', args: { model: 'llama-2-7b', tokens: 8192 } },
          says: 'That is the 16-bit cache.',
        },
      ],
    },
  ],
  numbers: {
    model: { fn: 'modelField', args: { model: 'llama-2-7b', field: 'kvHeads' }, as: 'count' },
    share: { fn: 'ratio', args: { of: 1, to: 4 }, as: 'percent' },
  },
}

// Worked by hand: 2 x 32 layers x 32 heads x 128 x 2 bytes, and the same with 34 bytes for 32.
test('registry functions give the numbers that one works out by hand', () => {
  const value = (fn: string, args: Record<string, unknown>) => evaluateKey({ fn, args }, lookups)
  expect(value('kvBytesPerToken', { model: 'llama-2-7b' })).toBe(524_288)
  expect(value('kvBytesPerToken', { model: 'llama-8-heads' })).toBe(131_072)
  expect(value('kvBytes', { model: 'llama-2-7b', tokens: 8192, format: 'q8_0' })).toBe(
    2_281_701_376,
  )
  expect(value('postFactor', { model: 'llama-2-7b' })).toBe(12)
  expect(value('postFactor', { model: 'llama-8-heads' })).toBe(48)
  expect(value('layersFor', { model: 'llama-2-7b' })).toBe(384)
  expect(value('ragTokens', { chunks: 5, tokensPerChunk: 500 })).toBe(2500)
  expect(value('bytesPerElement', { format: 'q8_0' })).toBe(1.0625)
  expect(value('size', { bytes: '24 GiB' })).toBe(25_769_803_776)
  // Weights of 6,738,415,616 parameters in two bytes; 21.6 GiB less them less 1 GiB, over 8 x 512 KiB.
  expect(value('weightBytes', { model: 'llama-2-7b', format: 'bf16' })).toBe(13_476_831_232)
  expect(value('parameters', { model: 'llama-2-7b' })).toBe(6_738_415_616)
  expect(value('bitsPerWeight', { model: 'llama-2-7b', format: 'bf16' })).toBe(16)
  expect(
    value('maxTokens', { model: 'llama-2-7b', weightFormat: 'bf16', gpuGiB: 24, sequences: 8 }),
  ).toBe(2060)
})

test('a whole run is counted in its parts, by the function of the calculator and the figures', () => {
  const run = { model: 'llama-2-7b', weightFormat: 'bf16', tokens: 512 }
  const bytes = (args: object) =>
    evaluateKey({ fn: 'inferenceBytes', args: { ...run, ...args } }, lookups)
  expect(bytes({ parts: ['weights', 'cache'] })).toBe(13_476_831_232 + 512 * 524_288)
  expect(bytes({})).toBe(
    inferenceMemory(lookups.models('llama-2-7b'), {
      engine: 'llama.cpp',
      weightFormat: 'bf16',
      keyFormat: 'f16',
      valueFormat: 'f16',
      tokens: 512,
      sequences: 1,
      gpuBytes: 24 * 2 ** 30,
    }).total,
  )
  expect(() => bytes({ parts: ['fans'] })).toThrow(/"fans" is not one of weights, cache/)
  expect(() => bytes({ engine: 'steam' })).toThrow(/"steam" is not one of/)
})

test('an argument may be a call of its own', () => {
  const tokens = { fn: 'ragTokens', args: { chunks: 4, tokensPerChunk: 128 } }
  expect(evaluateKey({ fn: 'kvBytes', args: { model: 'llama-2-7b', tokens } }, lookups)).toBe(
    268_435_456,
  )
  expect(evaluateKey({ fn: 'sum', args: { of: [tokens, 1] } }, lookups)).toBe(513)
})

test('wrong functions and arguments are named', () => {
  const failing = (fn: string, args: Record<string, unknown>) => () =>
    evaluateKey({ fn, args }, lookups)
  expect(failing('kvByte', {})).toThrow(/no function "kvByte"/)
  expect(failing('constructor', {})).toThrow(/no function/)
  expect(failing('kvBytes', { model: 'gpt-9', tokens: 1 })).toThrow(/gpt-9/)
  expect(failing('kvBytes', { model: 'llama-2-7b' })).toThrow(/tokens/)
  expect(failing('kvBytes', { model: 'llama-2-7b', tokens: 1, format: 'q9' })).toThrow(/q9/)
  expect(failing('size', { bytes: '24' })).toThrow(/unit/)
  expect(failing('ratio', { of: 1, to: 0 })).toThrow(/not a number/)
})

test('keys and numbers are computed and written into the texts', () => {
  const { prompt, worked, gradable } = resolveExercise(numeric, lookups)
  expect(prompt).toBe('How much does 32 keep?')
  expect(worked).toBe('It is 2.125 GiB (2.282 GB), 25 % of the rest.')
  expect(gradeExercise(gradable, { cache: '2.125 GiB' }).verdict).toBe('right')
  expect(gradeExercise(gradable, { cache: '2.28 GB' }).verdict).toBe('right')
  expect(gradeExercise(gradable, { cache: '4 GiB' }).message).toBe('That is the 16-bit cache.')
})

test('a text that names no number fails with the exercise and the names', () => {
  const broken = { ...numeric, worked: 'It is {size}.' }
  expect(() => resolveExercise(broken, lookups)).toThrow(/"per-token": "\{size\}".*cache/)
})

test('braces of TeX are left alone', () => {
  expect(fillText('$\\frac{a}{b}$, $x^{n}$, $K_{v}$ and {n}', { n: '5' })).toBe(
    '$\\frac{a}{b}$, $x^{n}$, $K_{v}$ and 5',
  )
})

test('an ordering by computed values knows its order whatever the order written', () => {
  const call = (model: string) => ({ fn: 'kvBytesPerToken', args: { model } })
  const exercise: Exercise = {
    ...base,
    prompt: '',
    worked: '-',
    kind: 'ordering',
    direction: 'smallest first',
    items: [
      { text: 'MHA', value: call('llama-2-7b') },
      { text: 'GQA', value: call('llama-8-heads') },
      { text: 'none', value: { fn: 'value', args: { of: 0 } } },
    ],
  }
  const { shown, gradable } = resolveExercise(exercise, lookups)
  const order = ['none', 'GQA', 'MHA'].map((text) => shown.indexOf(text))
  expect(gradeExercise(gradable, order).verdict).toBe('right')
  expect(gradeExercise(gradable, [...order].reverse()).verdict).toBe('wrong')
})

test('an option may be right by a computed condition', () => {
  const key = (model: string) => ({ fn: 'kvBytesPerToken', args: { model } })
  const more = (a: string, b: string) => ({ fn: 'more', args: { a: key(a), b: key(b) } })
  const exercise: Exercise = {
    ...base,
    prompt: '',
    worked: '-',
    kind: 'choice',
    options: [
      { text: 'A', correct: more('llama-2-7b', 'llama-8-heads'), reason: 'Four times.' },
      { text: 'B', correct: more('llama-8-heads', 'llama-2-7b'), reason: 'A quarter.' },
    ],
  }
  const { gradable } = resolveExercise(exercise, lookups)
  expect(gradeExercise(gradable, [0]).verdict).toBe('right')
})

test('a shuffle is a permutation, always the same, and never the order given', () => {
  for (const seed of ['a', 'order-of-remedies', 'kv', '']) {
    for (const count of [2, 3, 5, 8]) {
      const order = shuffled(count, seed)
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i))
      expect(order).not.toEqual(Array.from({ length: count }, (_, i) => i))
      expect(shuffled(count, seed)).toEqual(order)
    }
  }
})

test('exercises are checked for what their shape cannot say', () => {
  const choice = (
    rights: readonly boolean[],
    kind: 'choice' | 'multiple' = 'choice',
  ): Exercise => ({
    ...base,
    kind,
    options: rights.map((correct, index) => ({ text: `${index}`, correct, reason: 'Because.' })),
  })
  const failing = (exercises: readonly Exercise[]) => () => validateExercises(exercises)
  expect(failing([numeric, choice([true, false])])).toThrow(/used twice/)
  expect(failing([choice([true, true])])).toThrow(/one right option, this has 2/)
  expect(failing([choice([true, true, false], 'multiple')])).not.toThrow()
  expect(failing([{ ...numeric, hints: [] }])).toThrow(/hint/)
  expect(
    failing([{ ...base, kind: 'choice', options: [{ text: 'A', correct: true, reason: ' ' }] }]),
  ).toThrow(/reason/)
})
