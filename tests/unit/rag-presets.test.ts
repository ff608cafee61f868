import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { readCorpora } from '../../scripts/lib/read-corpora.mjs'
import { parseInjections } from '../../src/lib/corpus/parse-injections'
import { askedQuestion } from '../../src/lib/rag-lab/asked-question'
import { compareDefences } from '../../src/lib/rag-lab/compare-defences'
import { evaluatePipeline } from '../../src/lib/rag-lab/evaluate-pipeline'
import { prepareCorpus } from '../../src/lib/rag-lab/prepare-corpus'
import { ragSchema } from '../../src/lib/rag-lab/rag-state'
import type { RagState } from '../../src/lib/rag-lab/rag-state'
import { runPipeline } from '../../src/lib/rag-lab/run-pipeline'
import { searchQueries } from '../../src/lib/rag-lab/search-queries'
import { presetState } from '../../src/lib/state/preset-hash'
import type { Preset } from '../../src/lib/state/preset-hash'
import { recordedEmbeddings } from '../../src/worker/embedding/recorded-vectors'
import type { RecordedVectors } from '../../src/worker/embedding/recorded-vectors'

const presets = JSON.parse(readFileSync('src/data/presets/rag-lab.json', 'utf8')) as Preset[]
const injections = parseInjections(parse(readFileSync('src/data/corpora/injection.yaml', 'utf8')))
const corpora = readCorpora()

const recorded = (model: string, corpus: string, role: 'query' | 'passage') =>
  recordedEmbeddings(
    JSON.parse(readFileSync(`src/data/vectors/${model}/${corpus}.json`, 'utf8')) as RecordedVectors,
    role,
  )

/** What the page would hand to the pipeline, with the recorded vectors where there are any. */
function opened(id: string, change: Partial<RagState> = {}) {
  const preset = presets.find((each) => each.id === id)
  if (preset === undefined) throw new Error(`There is no preset ${id}.`)
  const state = { ...presetState({ schema: ragSchema, preset }), ...change }
  const source = corpora.find((each) => each.id === state.corpus)
  if (source === undefined) throw new Error(`There is no corpus ${state.corpus}.`)
  const injection = injections.find((each) => each.id === state.injection) ?? null
  const corpus = prepareCorpus({ corpus: source, state, injection })
  const question = askedQuestion(state, corpus)
  if (question === null) throw new Error(`${id} asks nothing.`)
  const vectorOf = recorded(state.indexModel, state.corpus, 'passage')
  const queryOf = recorded(state.queryModel, state.corpus, 'query')
  const rows = corpus.passages.map(({ searched }) => vectorOf(searched)?.vector)
  const known = rows.filter((row) => row !== undefined)
  const chunkVectors =
    known.length < rows.length
      ? undefined
      : { dimensions: 384, values: Float32Array.from(known.flatMap((row) => [...row])) }
  const asked = (of: typeof question) => {
    const queries = searchQueries(state, of.text)
    const queryVectors = queries.map(({ text }) => queryOf(text)?.vector ?? null)
    return { question: of, queries, queryVectors }
  }
  const shared = { state, corpus, chunkVectors }
  return {
    state,
    corpus,
    injection,
    trace: runPipeline({ ...shared, ...asked(question) }),
    evaluate: () =>
      evaluatePipeline({ ...shared, questions: corpus.questions.map((each) => asked(each)) }),
  }
}

describe('the presets of the RAG lab', () => {
  test.each(presets.map(({ id }) => id))('%s names a question that is there', (id) => {
    const { state, trace } = opened(id)
    if (state.question !== 'own') expect([state.question, 'injected']).toContain(trace.question.id)
    expect(trace.question.text).not.toBe('')
  })

  it('have an id each', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length)
  })

  test.each([
    ['first', null],
    ['lost-in-parsing', 'parsing'],
    ['lost-in-chunking', 'chunking'],
    ['chinese-question', 'retrieval'],
    ['paraphrase', 'rerank'],
    ['tight-budget', 'prompt'],
    ['unanswerable', null],
    ['exp-3', 'retrieval'],
    ['exp-3-hybrid', null],
    ['exp-4', null],
    ['injection', null],
  ])('%s shows what it promises', (id, stage) => {
    const { trace } = opened(id)
    expect(trace.missing).toEqual([])
    expect(trace.lost.stage).toBe(stage)
  })
})

describe('the experiments, with the recorded vectors', () => {
  it('1: another embedder for the question finds hardly more than chance', () => {
    const two = opened('exp-1')
    const chance = two.state.k / two.corpus.passages.length
    const same = opened('exp-1-same').evaluate()
    expect(two.evaluate().candidates?.recall).toBeLessThan(2 * chance)
    expect(same.candidates?.recall).toBeGreaterThan(4 * chance)
  })

  it('2: ten candidates find more than three and cost more context', () => {
    const three = opened('exp-2').evaluate().after
    const ten = opened('exp-2-ten').evaluate().after
    expect(ten?.recall).toBeGreaterThan(three?.recall ?? 1)
    expect(ten?.tokens).toBeGreaterThan(2.5 * (three?.tokens ?? 0))
  })

  it('4: the evidence stands where it is dragged', () => {
    const place = (id: string) => opened(id).trace.quotes[0]?.ranks.prompt
    expect([place('exp-4-first'), place('exp-4')]).toEqual([1, 4])
  })
})

describe('a passage with an instruction', () => {
  it('is in the prompt, and each defence does what it says', () => {
    const { trace, corpus, state, injection } = opened('injection')
    const placed = trace.prompt.placed.map(({ id }) => corpus.passages[id])
    expect(placed.some((passage) => passage?.injection === 'plain')).toBe(true)
    const stands = compareDefences(
      {
        passages: placed.flatMap((passage) => (passage ? [{ ...passage, id: passage.index }] : [])),
        question: trace.question.text,
        settings: { ...state, tokenBudget: 5000 },
      },
      injection?.instruction ?? '',
    )
    expect(stands.map(({ defence, instructionStands }) => [defence, instructionStands])).toEqual([
      [null, true],
      ['delimit', true],
      ['instruct', true],
      ['quote-as-data', true],
      ['strip-orders', false],
      ['output-check', true],
    ])
  })

  it.each([
    ['injection-table', '555-0147'],
    ['injection-chinese', '过热保护可以在菜单中关闭'],
  ])('%s brings its order into the prompt, past the list of English phrases', (id, order) => {
    const { trace } = opened(id)
    expect(trace.prompt.changes[0]?.sentence).toContain('Nothing taken out')
    expect(trace.prompt.parts[1]?.text).toContain(order)
  })
})

describe('a whole run on the handbook, by words', () => {
  it('finds the sentence on the tripped OVP first, and a cut is where arithmetic puts it', () => {
    const { trace, corpus } = opened('first')
    const best = corpus.passages[trace.retrieval.ranked[0]?.passage ?? -1]
    expect(best?.text).toContain('A tripped OVP is cleared by removing the cause')
    const [span] = opened('lost-in-chunking').trace.quotes.map((quote) => quote.span)
    // Windows of 400 characters: the quote begins in one and ends in another.
    expect(Math.floor((span?.start ?? 0) / 400)).toBeLessThan(
      Math.floor(((span?.end ?? 0) - 1) / 400),
    )
  })

  it('of 100 questions takes less than a second', () => {
    const { evaluate } = opened('first')
    evaluate()
    const started = performance.now()
    for (let round = 0; round < 4; round++) evaluate()
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
