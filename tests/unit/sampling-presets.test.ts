import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { claimWords } from '../../src/lib/sampling-lab/claim-words'
import { compareEngines } from '../../src/lib/sampling-lab/compare-engines'
import { handDistribution } from '../../src/lib/sampling-lab/hand-distribution'
import { labSchema } from '../../src/lib/sampling-lab/lab-state'
import type { LabState } from '../../src/lib/sampling-lab/lab-state'
import { packRun, unpackRun } from '../../src/lib/sampling-lab/packed-run'
import { readHand } from '../../src/lib/sampling-lab/read-hand'
import { readRun } from '../../src/lib/sampling-lab/read-run'
import { runDistribution } from '../../src/lib/sampling-lab/run-distribution'
import { samplingResult } from '../../src/lib/sampling-lab/sampling-result'
import { presetState } from '../../src/lib/state/preset-hash'
import type { Preset } from '../../src/lib/state/preset-hash'

const presets = JSON.parse(readFileSync('src/data/presets/sampling-lab.json', 'utf8')) as Preset[]
const folder = 'src/data/runs/SmolLM2-135M-Instruct'
const runs = readdirSync(folder).map((file) =>
  readRun(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')), file),
)

const stateOf = (id: string): LabState => {
  const preset = presets.find((each) => each.id === id)
  if (preset === undefined) throw new Error(`There is no preset ${id}.`)
  return presetState({ schema: labSchema, preset })
}
const distributionOf = (state: LabState) => {
  if (state.hand !== '') {
    const read = readHand(state.hand, state.handAs)
    if ('problem' in read) throw new Error(read.problem)
    return handDistribution(read)
  }
  const run = runs.find(({ prompt }) => prompt.id === state.run)
  if (run === undefined) throw new Error(`There is no run ${state.run}.`)
  return runDistribution(run)
}
const kept = (id: string, change: Partial<LabState> = {}) => {
  const state = { ...stateOf(id), ...change }
  return samplingResult(state, distributionOf(state)).keptCount
}
const bothKept = (id: string, change: Partial<LabState> = {}) => {
  const state = { ...stateOf(id), ...change }
  return compareEngines(state, distributionOf(state)).sides.map(({ result }) => result?.keptCount)
}

test.each(presets)('preset $id is one that the lab takes, on a run that exists', ({ id }) => {
  const state = stateOf(id)
  expect(samplingResult(state, distributionOf(state)).keptCount).toBeGreaterThan(0)
})

test('presets keep as many tokens as the chapter says', () => {
  expect(kept('five-tokens')).toBe(3)
  expect(kept('five-tokens', { temperature: 0.5 })).toBe(2)
  expect(kept('five-tokens', { temperature: 2 })).toBe(4)
  expect(kept('first-30')).toBe(2)
  expect(kept('flat-20')).toBe(15)
  expect(kept('flat-20', { on: ['top_k'] })).toBe(3)
  expect(kept('peaked')).toBe(3)
  expect(kept('peaked', { on: ['top_p'] })).toBe(1)
  expect(kept('mass-at-least-p')).toBe(2)
  expect(kept('one-survivor', { on: ['temperature', 'top_p'], temperature: 0.5, topP: 0.7 })).toBe(
    1,
  )
})

test('presets of two engines keep as many tokens as each engine does', () => {
  expect(bothKept('order-two-engines')).toEqual([3, 2])
  expect(bothKept('order-two-engines', { temperature: 10 })).toEqual([4, 2])
  expect(bothKept('equality')).toEqual([2, 3])
})

test('the claim’s preset puts the mass of two tokens beside 30 % of the list', () => {
  const state = stateOf('first-30')
  expect(claimWords(distributionOf(state), state.topP).truth).toContain('they hold 87.1 %')
})

test('colder makes the wrong answer certain', () => {
  const state = { ...stateOf('confidently-wrong'), temperature: 0 }
  const distribution = distributionOf(state)
  const { chain } = samplingResult(state, distribution)
  expect(distribution.tokens.get(chain.keptTokenIds[0] ?? -1)?.text).toBe(' Sydney')
  expect([...chain.probabilities]).toEqual([1])
})

test.each(runs.map((run) => ({ id: run.prompt.id, run })))(
  'the recorded run $id reaches the page unchanged and keeps its sum',
  ({ run }) => {
    expect(unpackRun(packRun(run))).toEqual(run)
    const { start } = runDistribution(run)
    const known = run.top.reduce(
      (sum, { logit }) => sum + Math.exp(logit - (start.logits[0] ?? 0)),
      0,
    )
    const rest = Math.exp(run.logSumExpOfRest - (start.logits[0] ?? 0))
    expect(start.total / (known + rest)).toBeCloseTo(1, 9)
  },
)
