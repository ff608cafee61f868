import { expect, test } from 'vitest'
import { softmax } from '../sampling/softmax.ts'
import { answerWords } from './answer-words.ts'
import { askedOf } from './asked.ts'
import { barRows } from './bar-rows.ts'
import { chainSteps } from './chain-steps.ts'
import { compareEngines } from './compare-engines.ts'
import { engineChain, engineOrder, missingSteps, sameSettings } from './engine-chain.ts'
import { fixtureRun } from './recorded-run.fixture.ts'
import { packRun, unpackRun } from './packed-run.ts'
import { pickToken } from './pick-token.ts'
import { runDistribution } from './run-distribution.ts'
import { samplingResult } from './sampling-result.ts'
import { paper, stateWith } from './lab-state.fixture.ts'

const run = runDistribution(fixtureRun)
const off = { on: [] as const }

test('logits 4, 3, 2, 1, 0 keep two tokens at p = 0.7 and three at 0.9', () => {
  const distribution = paper('4, 3, 2, 1, 0', 'logits')
  const kept = (topP: number) =>
    samplingResult(stateWith({ on: ['top_p'], topP }), distribution).keptCount
  expect([kept(0.7), kept(0.9)]).toEqual([2, 3])
  const { keptMass } = samplingResult(stateWith({ on: ['top_p'], topP: 0.7 }), distribution)
  expect(keptMass).toBeCloseTo(0.8708, 3)
})

test('temperature before top-p keeps three tokens where after it keeps two', () => {
  const distribution = paper('.5, .25, .125, .125')
  const state = stateWith({ on: ['temperature', 'top_p'], temperature: 2, topP: 0.75 })
  const first = samplingResult({ ...state, chain: ['temperature', 'top_p'] }, distribution)
  const last = samplingResult({ ...state, chain: ['top_p', 'temperature'] }, distribution)
  expect(first.keptCount).toBe(3)
  expect(last.keptCount).toBe(2)
  expect(last.chain.probabilities[0]).toBeCloseTo(Math.SQRT2 / (Math.SQRT2 + 1), 12)
})

test('at equality the definitions keep two tokens and Ollama’s own engine three', () => {
  const distribution = paper('.5, .25, .125, .125')
  const state = stateWith({ on: ['top_p'], topP: 0.75, other: 'ollama' })
  const { sides, differences } = compareEngines(state, distribution)
  expect(sides.map(({ result }) => result?.keptCount)).toEqual([2, 3])
  expect(differences.join(' ')).toContain('only when the sum is more than p')
})

test('a recorded run has the whole vocabulary and its own sum at temperature 1', () => {
  expect(run.start.ids.length).toBe(49_152)
  expect(new Set(run.start.ids).size).toBe(49_152)
  const all = [...fixtureRun.top.map(({ logit }) => logit), fixtureRun.logSumExpOfRest]
  expect(1 / run.start.total).toBeCloseTo(softmax(all)[0] ?? 0, 9)
  const sorted = run.start.logits.every(
    (logit, at) => at === 0 || logit <= (run.start.logits[at - 1] ?? 0),
  )
  expect(sorted).toBe(true)
})

test('the model says Sydney with 80.4 % and Canberra with 5.6 %', () => {
  const { rows, others } = barRows(run, samplingResult(stateWith(off), run), 10)
  const of = (label: string) => rows.find((row) => row.label === label)?.before
  expect(of('␣Sydney')).toBeCloseTo(0.804, 3)
  expect(of('␣Canberra')).toBeCloseTo(0.056, 3)
  expect(others.count).toBe(49_142)
  const sum = rows.reduce((total, { before }) => total + before, others.before)
  expect(sum).toBeCloseTo(1, 12)
})

test('a cut token names the step that took it out', () => {
  const state = stateWith({ on: ['top_k', 'top_p'], topK: 3, topP: 0.9 })
  const { rows } = barRows(run, samplingResult(state, run), 5)
  expect(rows.map(({ cutBy }) => cutBy)).toEqual([null, null, 'top_p', 'top_k', 'top_k'])
})

test('the running sum is the one that top-p sees, after the steps before it', () => {
  const state = stateWith({ on: ['top_k', 'top_p'], topK: 2, topP: 0.5 })
  const distribution = paper('.5, .25, .125, .125')
  const { rows } = barRows(distribution, samplingResult(state, distribution), 4)
  expect(rows.map(({ cumulative }) => cumulative)).toEqual([2 / 3, 1, 1, 1])
})

test('outcomes are exact while the chain needs no more than the known tokens', () => {
  const certainty = (change: Parameters<typeof stateWith>[0]) =>
    samplingResult(stateWith(change), run).certainty
  expect(certainty({ on: ['top_p'], topP: 0.9 })).toBe('exact')
  expect(
    certainty({
      on: ['top_k', 'temperature'],
      topK: 5,
      chain: ['top_k', 'temperature'],
      temperature: 2,
    }),
  ).toBe('exact')
  expect(certainty({ on: ['temperature', 'top_k'], temperature: 2, topK: 5 })).toBe('exact')
  expect(certainty({ on: ['temperature', 'top_p'], temperature: 2 })).toBe('assumed')
  expect(certainty({ on: ['temperature'], temperature: 2 })).toBe('assumed')
  expect(certainty({ on: ['temperature', 'top_p'], temperature: 1 })).toBe('exact')
  expect(certainty({ on: ['typical_p'] })).toBe('assumed')
  expect(certainty(off)).toBe('exact')
  expect(certainty({ on: ['epsilon_cutoff'], epsilon: 0.01 })).toBe('exact')
  expect(certainty({ on: ['temperature', 'epsilon_cutoff'], temperature: 2 })).toBe('assumed')
  expect(certainty({ on: ['eta_cutoff'] })).toBe('assumed')
  // The 40 known tokens end before the 1,000th, and before the last thousandth of the probability.
  expect(certainty({ on: ['top_k'], topK: 1000 })).toBe('assumed')
  expect(certainty({ on: ['top_p'], topP: 0.9999 })).toBe('assumed')
})

test('a packed run comes back as it was, byte pieces included', () => {
  const piece = { id: 7, text: '\uFFFD', bytes: [0xe6, 0x9c] }
  const given = {
    ...fixtureRun,
    top: [{ token: piece, logit: 20.12345 }, ...fixtureRun.top],
  }
  const back = unpackRun(packRun(given))
  expect(back.top[0]).toEqual({ token: piece, logit: 20.12345 })
  expect(back.top.slice(1)).toEqual(fixtureRun.top)
  expect(back.prompt).toEqual(fixtureRun.prompt)
})

test('an engine sets its order, its defaults and its rules', () => {
  const llama = engineChain('llama.cpp')
  expect(llama.chain.at(-1)).toBe('temperature')
  expect(llama.on).toEqual(['top_k', 'top_p', 'min_p', 'temperature'])
  expect([llama.temperature, llama.topK, llama.topP, llama.minP]).toEqual([0.8, 40, 0.95, 0.05])
  expect(engineChain('huggingface').on).toEqual(['top_k'])
  expect(engineChain('vllm').on).toEqual([])
  expect(engineOrder('ollama')).toEqual(['top_k', 'temperature', 'top_p', 'min_p'])
})

test('the same settings in another engine leave out what it does not have', () => {
  const state = stateWith({ on: ['penalties', 'temperature', 'top_p', 'top_n_sigma'] })
  expect(sameSettings(state, 'huggingface').on).toEqual([
    'repetition_penalty',
    'temperature',
    'top_p',
  ])
  expect(missingSteps(state, 'huggingface')).toEqual(['top_n_sigma'])
  expect(missingSteps(state, 'ollama')).toEqual(['penalties', 'top_n_sigma'])
})

test('the cut-offs keep what is at least as probable as they say', () => {
  const distribution = paper('.5, .25, .125, .125')
  const kept = (change: Parameters<typeof stateWith>[0]) =>
    samplingResult(stateWith(change), distribution).keptCount
  expect(kept({ on: ['epsilon_cutoff'], epsilon: 0.125 })).toBe(4)
  expect(kept({ on: ['epsilon_cutoff'], epsilon: 0.2 })).toBe(2)
  // The entropy is 1.75 bits, e^-entropy is 0.2973; min(0.5, sqrt(0.5) × 0.2973) is 0.2102.
  expect(kept({ on: ['eta_cutoff'], eta: 0.5 })).toBe(2)
  // min(0.1, sqrt(0.1) × 0.2973) is 0.094.
  expect(kept({ on: ['eta_cutoff'], eta: 0.1 })).toBe(4)
  expect(engineOrder('huggingface').slice(-2)).toEqual(['epsilon_cutoff', 'eta_cutoff'])
  expect(missingSteps(stateWith({ on: ['eta_cutoff'] }), 'llama.cpp')).toEqual(['eta_cutoff'])
})

test('a step that is switched off is not run', () => {
  expect(chainSteps(stateWith({ chain: ['top_p', 'temperature'], on: ['temperature'] }))).toEqual([
    { name: 'temperature', temperature: 1 },
  ])
})

test('the seed’s number falls into the stretch of the drawn token', () => {
  const result = samplingResult(stateWith({ on: [] }), paper('.5, .25, .25'))
  expect(pickToken(result, { seed: 42, skip: 0 })).toEqual({
    id: 1,
    place: 1,
    probability: 0.25,
    random: 0.6394267984578837,
    from: 0.5,
    to: 0.75,
  })
})

test('the token at each place is drawn with its own number of the seed’s series', () => {
  const result = samplingResult(stateWith({ on: [] }), paper('.5, .25, .25'))
  const numbers = [0, 1, 2].map((skip) => pickToken(result, { seed: 42, skip }).random)
  // Python: random.seed(42); [random.random() for _ in range(3)]
  expect(numbers).toEqual([0.6394267984578837, 0.025010755222666936, 0.27502931836911926])
})

test('one token alone is spoken of in the singular', () => {
  const answer = (topP: number, text: string) => {
    const distribution = paper(text)
    return answerWords(
      distribution,
      samplingResult(stateWith({ on: ['top_p'], topP }), distribution),
    )
  }
  const one = answer(0.1, '.5, .25, .25')
  expect(one.headline).toBe('1 of 3 tokens stays.')
  expect(one.detail).toMatch(/^It holds 50 %/)
  expect(answer(0.6, '.5, .25, .25').headline).toBe('2 of 3 tokens stay.')
  const sure = answer(1, '1')
  expect(sure.headline).toBe('1 of 1 token stays.')
  expect(sure.detail).toContain('hardly hesitates')
})

test('the live model is asked the reader’s own prompt, or else the recorded one', () => {
  const recorded = { ...fixtureRun.prompt, chat: true }
  const written = [1, 2]
  expect(askedOf(stateWith({ prompt: 'Mine', written }), recorded)).toEqual({
    text: 'Mine',
    chat: false,
    written,
  })
  expect(askedOf(stateWith({ chat: false }), recorded)).toMatchObject({
    text: 'The capital of Australia is the city of',
    chat: true,
  })
  expect(askedOf(stateWith(), undefined).text).toBe('')
})
