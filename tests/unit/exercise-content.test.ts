import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Exercise } from '../../src/lib/exercise/exercise.ts'
import type { ExerciseAnswer } from '../../src/lib/exercise/gradable.ts'
import { gradeExercise } from '../../src/lib/exercise/grade-exercise.ts'
import { resolveExercise } from '../../src/lib/exercise/resolve-exercise.ts'
import { validateExercises } from '../../src/lib/exercise/validate-exercises.ts'
import { parseModelConfig } from '../../src/lib/model/parse-model-config.ts'

const folder = 'src/content/exercises'
const exercises = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => parse(readFileSync(`${folder}/${file}`, 'utf8')) as Exercise[])

const lookups = {
  models: (id: string) => {
    const row = JSON.parse(readFileSync(`src/data/models/${id}.json`, 'utf8')) as {
      config: unknown
    }
    return parseModelConfig(row.config, { id })
  },
}

const resolved = (id: string) => {
  const exercise = exercises.find((each) => each.id === id)
  if (exercise === undefined) throw new Error(`no exercise ${id}`)
  return resolveExercise(exercise, lookups)
}

test('every exercise of the course is sound and all its keys can be computed', () => {
  validateExercises(exercises)
  for (const { id } of exercises) {
    const { gradable, worked, hints } = resolved(id)
    expect(`${worked}${hints.join('')}`, id).not.toMatch(/NaN|undefined|Infinity/)
    if (gradable.kind === 'choice') {
      expect(
        gradable.options.filter(({ correct }) => correct),
        id,
      ).toHaveLength(1)
    }
  }
})

// Worked out on paper from the published configurations.
const answers: readonly (readonly [string, ExerciseAnswer])[] = [
  ['bytes-per-token', { llama2: '524288 B', llama3: '131072 B', chatglm3: '28672 B' }],
  ['r1-cache', { cache: '1.5 GiB' }],
  ['post-factor', { factor: '48' }],
  ['q8-cache', { cache: '2.125 GiB' }],
  ['longest-context', { f16: '66817', q8: '125774' }],
  ['rag-budget', { tokens: '8000', cache: '1000 MiB' }],
  ['eight-users', { modelId: 'llama-2-7b', sequences: 8, tokens: 2060, fits: true }],
  // Chapter 8: e^0 + e^-1 + e^-2 + e^-3 + e^-4 = 1.5713, and the same with halved exponents, 2.3328.
  ['nucleus-by-hand', { atOne: '2', first: '73.1 %', atTwo: '4' }],
  ['entropy-by-temperature', { one: '1.443', two: '2.012' }],
  ['perplexity-of-three', { perplexity: '4' }],
  ['one-survivor', { topK: 0, temperature: 1, keptCount: 1, vocabulary: 5 }],
  ['flat-and-sure', { flatP: '15', flatK: '3', sureP: '1', sureK: '3' }],
  ['two-engines', { hfCount: '3', hfFirst: '50.6 %', llamaCount: '2', llamaFirst: '62.2 %' }],
  ['error-rate', { warm: '70 %', cool: '80.4 %', cold: '100 %' }],
  // Chapter 3: 1 + 1/log2(4) + 1/log2(6) = 1.887 over 1 + 0.631 + 0.5 = 2.131; 0.4 × (ln 1.6 + ln 2.667).
  ['recall-by-hand', { recall: '0.667', precision: '0.667' }],
  ['ndcg-by-hand', { ndcg: '0.885' }],
  ['mrr-by-hand', { one: '0.333', three: '0.444' }],
  ['fused-ranks', { a: '0.0164', b: '0.0317' }],
  ['bm25-by-hand', { first: '0.580', second: '0.188' }],
  ['passes-of-a-reranker', { passes: '10000', wait: '200' }],
  ['bring-it-in', { question: 'bench-solvent', keepN: 3, goldPlace: 1 }],
  // Chapter 4: 9950/450 = 22.1, 49960/360 = 138.8, 5940/240 = 24.75; 8/9; 50/100, 50/800, 50/850.
  ['count-the-chunks', { short: '23', long: '139' }],
  ['overlap-price', { chunks: '25', tokens: '7440' }],
  [
    'four-conditions',
    {
      corpus: 'counted-words',
      strategy: 'tokens',
      library: 'ours',
      size: 500,
      overlapShare: 0.1,
      chunks: 23,
    },
  ],
  ['two-languages', { zh: '480', en: '240', characters: '800' }],
  ['cosine-of-three', { cosine: '0.889', longer: '0.889' }],
  ['index-size', { size: '40.96 MB' }],
  ['silent-tail', { small: '346', large: '92' }],
  ['score-the-spans', { recall: '50 %', precision: '6.25 %', iou: '5.88 %' }],
]

test.each(answers)('%s accepts the answer that was worked out by hand', (id, answer) => {
  expect(gradeExercise(resolved(id).gradable, answer)).toMatchObject({ verdict: 'right' })
})

test('every numeric exercise of every chapter has its answer worked out by hand', () => {
  const worked = answers.map(([id]) => id)
  const numeric = exercises.filter(({ kind }) => kind === 'numeric').map(({ id }) => id)
  expect(numeric.filter((id) => !worked.includes(id))).toEqual([])
  const fields = answers.flatMap(([id, answer]) => {
    const { gradable } = resolved(id)
    if (gradable.kind !== 'numeric') return []
    return gradable.answers
      .filter((field) => !(field.id in answer))
      .map((field) => `${id}.${field.id}`)
  })
  expect(fields).toEqual([])
})

test('bytes per token may be given as plain numbers, as the labels say', () => {
  const answer = { llama2: '524288', llama3: '131,072', chatglm3: '28672' }
  expect(gradeExercise(resolved('bytes-per-token').gradable, answer).verdict).toBe('right')
})

test('too many tokens for the card are told so, however near they are to the most that fits', () => {
  const told = (tokens: number, fits: boolean) => {
    const facts = { modelId: 'llama-2-7b', sequences: 8, tokens, fits }
    return gradeExercise(resolved('eight-users').gradable, facts).message
  }
  expect(told(2070, false)).toBe(told(2100, false))
  expect(told(2100, false)).toMatch(/does not fit/)
  expect(told(1500, true)).toMatch(/more tokens would fit/)
  expect(told(2055, true)).toMatch(/^Right/)
})
