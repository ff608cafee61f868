import { expect, test } from 'vitest'
import { claimWords } from './claim-words.ts'
import { compareEngines } from './compare-engines.ts'
import { drawsTable } from './draws-table.ts'
import { edgeCases } from './edge-cases.ts'
import { fixtureRun } from './recorded-run.fixture.ts'
import { joinTokens } from './join-tokens.ts'
import { labFacts } from './lab-facts.ts'
import { numberRows } from './number-rows.ts'
import { pickToken } from './pick-token.ts'
import { runDistribution } from './run-distribution.ts'
import { samplingResult } from './sampling-result.ts'
import { paper, stateWith } from './lab-state.fixture.ts'
import { textPath } from './text-path.ts'
import { textPerplexity } from './text-perplexity.ts'

const run = runDistribution(fixtureRun)

/** What each case keeps, as its sentence says. */
const kept: Readonly<Record<string, number>> = {
  'p-0': 1,
  'p-1': 49_152,
  equality: 2,
  'float-trap': 3,
  tie: 4,
  'k-0': 49_152,
  'k-large': 49_152,
  't-0': 1,
  flat: 7,
  sharp: 1,
}

test.each(edgeCases)('the case "$title" keeps what its sentence says', ({ id, change }) => {
  const state = stateWith(change)
  const distribution = state.hand === '' ? run : paper(state.hand, state.handAs)
  expect(samplingResult(state, distribution).keptCount).toBe(kept[id])
})

test('in the case of a tie llama.cpp keeps exactly two', () => {
  const state = stateWith(edgeCases.find(({ id }) => id === 'tie')?.change)
  const { sides } = compareEngines(state, paper(state.hand))
  expect(sides.map(({ result }) => result?.keptCount)).toEqual([4, 2])
})

test('an engine that refuses a value says so and gives nothing', () => {
  const state = stateWith({ on: ['temperature'], temperature: 0, other: 'huggingface' })
  const { sides, differences } = compareEngines(state, run)
  expect(sides[1].result).toBe(null)
  expect(differences[0]).toContain('refuses this: Temperature is 0')
})

test('the claim of the first 30 % is wrong by thousands of tokens', () => {
  const { claim, truth, table } = claimWords(run, 0.7)
  expect(claim).toBe('P = 0.7 means that the first 30 % in the box are circled.')
  expect(truth).toContain('Top-p 0.7 keeps 1 token of 49,152')
  expect(truth).toContain('would be 14,746 tokens')
  expect(table.rows.map((row) => row[2])).toEqual(['1', '1', '2', '7'])
})

test('the claim is quoted as it stands, and applied to other values in words of our own', () => {
  const { claim, truth } = claimWords(run, 0.9)
  expect(claim).toBe('P = 0.7 means that the first 30 % in the box are circled.')
  expect(truth).toMatch(/^By that rule P = 0.9 would circle the first 10 %. Top-p 0.9 keeps /)
})

test('draws of one certain token all give it', () => {
  const distribution = paper('1')
  const result = samplingResult(stateWith({ on: [] }), distribution)
  const { rows, agreeing } = drawsTable({ distribution, result, seed: 1, draws: 1000 })
  expect(rows[0]).toMatchObject({ label: 'A', drawn: '1,000', agrees: true })
  expect(agreeing).toBe(1)
})

test('the same seed draws the same counts', () => {
  const result = samplingResult(stateWith({ on: [] }), run)
  const once = () => drawsTable({ distribution: run, result, seed: 7, draws: 1000 })
  expect(once()).toEqual(once())
})

test('the way from text to token has six stages, on paper four', () => {
  const result = samplingResult(stateWith({ on: [] }), run)
  const path = textPath({
    distribution: run,
    result,
    pick: pickToken(result, { seed: 1, skip: 0 }),
  })
  expect(path.map(({ id }) => id)).toEqual([
    'tokens',
    'logits',
    'softmax',
    'chain',
    'pick',
    'append',
  ])
  expect(path[0]?.items[1]).toEqual({ label: '␣capital', value: '3575' })
  const hand = paper('.5, .5')
  const own = samplingResult(stateWith({ on: [] }), hand)
  expect(
    textPath({ distribution: hand, result: own, pick: pickToken(own, { seed: 1, skip: 0 }) }),
  ).toHaveLength(4)
})

test('every number has a working, and what leans on the rest is not called exact', () => {
  const result = samplingResult(stateWith({ on: ['top_k'], topK: 3 }), run)
  const rows = numberRows({
    distribution: run,
    result,
    pick: pickToken(result, { seed: 1, skip: 0 }),
  })
  expect(rows.every(({ workings }) => workings.length > 0)).toBe(true)
  const certainty = Object.fromEntries(rows.map(({ id, certainty: sure }) => [id, sure]))
  expect(certainty).toMatchObject({ kept: 'exact', 'entropy-before': 'assumed' })
})

test('two equal tokens have an entropy of ln 2 and an effective vocabulary of 2', () => {
  const distribution = paper('.5, .5')
  const state = stateWith({ on: [] })
  const result = samplingResult(state, distribution)
  const facts = labFacts({
    state,
    distribution,
    result,
    pick: pickToken(result, { seed: 1, skip: 0 }),
  })
  expect(facts.entropy).toBeCloseTo(Math.LN2, 12)
  expect(facts.effectiveVocabulary).toBeCloseTo(2, 12)
  expect(facts).toMatchObject({ keptCount: 2, topK: 0, topP: 1, temperature: 1 })
})

test('pieces of a character join to the character', () => {
  const pieces = [
    { id: 1, text: '\uFFFD', bytes: [0xe6, 0x9c] },
    { id: 2, text: '\uFFFD', bytes: [0xba] },
    { id: 3, text: ' a' },
  ]
  expect(joinTokens(pieces)).toBe('机 a')
})

test('a text of halves and eighths has a perplexity of 4', () => {
  expect(textPerplexity([0.5, 0.125])).toBe('4')
  expect(textPerplexity([])).toBe('')
})
