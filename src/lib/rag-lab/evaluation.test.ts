import { expect, it } from 'vitest'
import { fullHeads, layersOf } from '../cache/hand-made-layers.fixture.ts'
import { compareEvaluations, evaluatePipeline } from './evaluate-pipeline.ts'
import { metricsTable, questionsTable, ranksTable } from './rag-tables.ts'
import { promptCache } from './prompt-cache.ts'
import { ragFacts } from './rag-facts.ts'
import type { RagState } from './rag-state.ts'
import { runPipeline } from './run-pipeline.ts'
import { searchQueries } from './search-queries.ts'
import { handCorpus, handInput, handQuestion, ragState } from './hand-corpus.fixture.ts'

const texts = ['Red apples are sweet. ', 'Red pears are soft. ', 'Blue plums are sour. ']
const corpus = handCorpus(texts)
const questions = [
  handQuestion(corpus, 'red apples', ['Red apples are sweet.']),
  handQuestion(corpus, 'pears red', ['Red pears are soft.']),
  handQuestion(corpus, 'sour plums', ['Blue plums are sour.']),
  handQuestion(corpus, 'white peaches', []),
  handQuestion(corpus, 'green figs', ['Green figs.']),
]

/** Likelihoods that put a passage at the head of every question's list. */
const evaluate = (change: Partial<RagState> = {}, favourite?: number) => {
  const state = ragState({ keepN: 1, ...change })
  return evaluatePipeline({
    state,
    corpus,
    questions: questions.map((question) => ({
      question,
      queries: searchQueries(state, question.text),
      likelihoods: new Map(texts.map((_, place) => [place, place === favourite ? -1 : -2])),
    })),
  })
}

it('means are taken over the questions with evidence in the text', () => {
  const { judged, unanswerable, lostInParsing, after, lost, differences, passes } = evaluate()
  expect([judged, unanswerable, lostInParsing]).toEqual([3, 1, 1])
  expect(after).toMatchObject({ recall: 1, mrr: 1, ndcg: 1, spanRecall: 1 })
  expect(lost.find(({ stage }) => stage === 'parsing')?.questions).toBe(1)
  expect(lost.find(({ stage }) => stage === null)?.questions).toBe(3)
  expect([differences, passes]).toEqual([[], 0])
})

it('a reranker that does harm is seen, one question in three', () => {
  // Passage 0 comes first wherever it is a candidate: right for the apples, wrong for the pears.
  const found = evaluate({ reranker: 'question-likelihood' }, 0)
  const recall = found.differences.find(({ name }) => name === 'recall')
  expect(recall).toMatchObject({ before: 1, better: 0, worse: 1, same: 2 })
  expect(recall?.after).toBeCloseTo(2 / 3)
  expect(recall?.verdict).toMatch(/no clear difference on 3 questions/)
  expect(found.summary).toContain('cannot be shown')
  // Candidates: apples 2 ("red"), pears 2, plums 1, and none for peaches and figs.
  expect(found.passes).toBe(5)
})

it('a reranker that changes nothing is said to change nothing', () => {
  const { differences } = evaluate({ reranker: 'question-likelihood' }, 99)
  expect(differences.map(({ verdict }) => verdict)[0]).toBe(
    'Recall@k: the same on all 3 questions.',
  )
})

it('two evaluations are compared on their common questions', () => {
  const more = compareEvaluations(evaluate(), evaluate({ keepN: 3 }))
  const tokens = more.find(({ name }) => name === 'tokens')
  expect(tokens?.worse).toBe(2)
  expect(tokens?.verdict).toMatch(/Context tokens/)
  expect(more.find(({ name }) => name === 'recall')?.same).toBe(3)
})

it('without evidence there is nothing to measure', () => {
  const state = ragState()
  const none = evaluatePipeline({ state, corpus, questions: [] })
  expect([none.after, none.differences]).toEqual([null, []])
  expect(none.summary).toContain('nothing to measure')
  expect(metricsTable(none, '').rows).toEqual([])
})

it('tables and facts carry what is shown', () => {
  const [question] = questions
  if (question === undefined) throw new Error('no question')
  const trace = runPipeline(handInput(corpus, question))
  const ranks = ranksTable(trace, corpus, 'Red apples')
  expect(ranks.rows[0]).toEqual([1, 1, trace.retrieval.ranked[0]?.score, 1, 1, 'whole', texts[0]])
  const evaluation = evaluate()
  expect(questionsTable(evaluation, '').rows.at(-1)?.slice(0, 3)).toEqual([
    'green figs',
    'fact',
    'parsing',
  ])
  const facts = ragFacts({ state: ragState(), corpus, trace, evaluation })
  expect(facts).toMatchObject({ goldRank: 1, goldPlace: 1, lostAt: '', allMrr: 1, passages: 3 })
  const empty = ragFacts({ state: ragState(), corpus, trace: null, evaluation: null })
  expect(empty).toMatchObject({ question: '', recall: -1, goldRank: 0 })
})

it('a prompt costs its key-value cache', () => {
  // 32 layers x 32 heads x 128 numbers x 2 (keys, values) x 2 bytes = 524,288 bytes a token.
  const { bytes, promptBytes, passageBytes, sentence } = promptCache({
    promptTokens: 2000,
    passageTokens: 1500,
    answerTokens: 500,
    spec: { layers: layersOf([32, fullHeads(32, 32, 128)]) },
    name: 'Llama 2 7B',
    engine: 'transformers',
  })
  expect([bytes, promptBytes, passageBytes]).toEqual(
    [2500, 2000, 1500].map((tokens) => tokens * 524_288),
  )
  expect(sentence).toContain('1.22 GiB')
})
