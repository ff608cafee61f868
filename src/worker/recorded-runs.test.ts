import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findModel } from './models.ts'
import type { RecordedRun } from './recorded-run.ts'

const runsFolder = new URL('../data/runs/', import.meta.url)
const runs = readdirSync(runsFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => new URL(file.replaceAll('\\', '/'), runsFolder))
  .map((url) => ({
    name: url.pathname.slice(runsFolder.pathname.length),
    bytes: statSync(url).size,
    run: JSON.parse(readFileSync(url, 'utf8')) as RecordedRun,
  }))

interface References {
  readonly prompts: readonly {
    readonly prompt: string
    readonly ids: readonly number[]
    readonly top: readonly (readonly [number, string, number, string])[]
  }[]
}
const references = JSON.parse(
  readFileSync(
    new URL('../../tests/references/SmolLM2-135M-Instruct/logits-shared.json', import.meta.url),
    'utf8',
  ),
) as References

const logSumExp = (run: RecordedRun): number => {
  const logits = [run.logSumExpOfRest, ...run.top.map(([, logit]) => logit)]
  const most = Math.max(...logits)
  return most + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0))
}

test('there is a run of every kind', () => {
  expect(new Set(runs.map(({ run }) => run.prompt.kind))).toEqual(
    new Set('english chinese bytes code known wrong tie flat peaked instruction'.split(' ')),
  )
})

describe.each(runs.map((each) => [each.name, each] as const))('%s', (_name, { run, bytes }) => {
  test('was recorded from the model that the site serves', () => {
    expect(run.modelChecksum, 'record again: node scripts/record-runs.mjs').toBe(
      findModel(run.model)?.checksum,
    )
  })

  test('holds 2,000 logits in falling order, each token once, and fits in 60 kB', () => {
    const ids = run.top.map(([id]) => id)
    const logits = run.top.map(([, logit]) => logit)
    expect(new Set(ids).size).toBe(2000)
    expect(run.texts).toHaveLength(2000)
    expect(logits).toEqual(logits.toSorted((a, b) => b - a))
    expect(ids.every((id) => id >= 0 && id < run.vocabularySize)).toBe(true)
    expect(bytes).toBeLessThan(60_000)
  })

  test('names the bytes of each token whose text cannot show them', () => {
    const shown = [
      ...run.top.map(([id], place) => ({ id, text: run.texts[place] ?? '' })),
      ...run.tokens,
      ...run.continuations.flatMap(({ tokens }) => tokens.map(([id, text]) => ({ id, text }))),
    ]
    const hidden = new Set(shown.flatMap(({ id, text }) => (text.includes('\ufffd') ? [id] : [])))
    expect(new Set(Object.keys(run.bytes).map(Number))).toEqual(hidden)
    expect(Object.values(run.bytes).every((hex) => /^([0-9a-f]{2})+$/.test(hex))).toBe(true)
  })

  test('holds texts whose probabilities are probabilities', () => {
    expect(run.continuations).toHaveLength(3)
    for (const { tokens } of run.continuations) {
      expect(tokens.length).toBeGreaterThan(0)
      for (const [, , drawn, own, kept] of tokens) {
        expect(drawn).toBeGreaterThan(0)
        expect(Math.max(drawn, own)).toBeLessThanOrEqual(1)
        expect(kept).toBeLessThanOrEqual(run.vocabularySize)
      }
    }
  })

  const same = references.prompts.find(
    ({ ids }) => ids.join() === run.tokens.map(({ id }) => id).join(),
  )
  if (same === undefined) return
  test('agrees with the full-precision model in Python', () => {
    const total = logSumExp(run)
    const logits = new Map(run.top.map(([id, logit]) => [id, logit]))
    for (const [id, text, logProbability] of same.top) {
      expect((logits.get(id) ?? NaN) - total).toBeCloseTo(logProbability, 3)
      expect(run.texts[run.top.findIndex(([each]) => each === id)]).toBe(text)
    }
  })
})

test('at least six runs stand beside a reference', () => {
  const known = new Set(references.prompts.map(({ ids }) => ids.join()))
  const beside = runs.filter(({ run }) => known.has(run.tokens.map(({ id }) => id).join()))
  expect(beside.length).toBeGreaterThanOrEqual(6)
})
