import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOSING_STAGES } from './pipeline-trace.ts'
import type { PipelineInput } from './pipeline-input.ts'
import type { RagState } from './rag-state.ts'
import { runPipeline } from './run-pipeline.ts'
import { searchQueries } from './search-queries.ts'
import { handCorpus, handInput, handQuestion } from './hand-corpus.fixture.ts'

const corpus = handCorpus(
  ['The pot is blue. ', 'Green tea needs 80 degrees. ', 'Black tea needs 95 degrees. ', 'Cups. '],
  ['Pot', 'Tea', 'Tea', 'Cups'],
)
const question = handQuestion(corpus, 'How hot is black tea?', ['Black tea needs 95 degrees.'])
const run = (change: Partial<RagState> = {}, more: Partial<PipelineInput> = {}) =>
  runPipeline(handInput(corpus, question, change, more))
/** Two directions: the pot and the cups lie apart from the teas. */
const chunkVectors = {
  dimensions: 2,
  values: Float32Array.of(1, 0, 0, 1, 0.6, 0.8, 0.8, -0.6),
}
const dense = (query: readonly [number, number], change: Partial<RagState> = {}) =>
  run({ method: 'dense', ...change }, { chunkVectors, queryVectors: [Float32Array.of(...query)] })
const order = (trace: ReturnType<typeof run>) =>
  trace.retrieval.ranked.map(({ passage }) => passage)

describe('queries', () => {
  it('are the question, a rewritten one, several, or an imagined passage', () => {
    const texts = (queryMode: RagState['queryMode'], rewritten: string) =>
      searchQueries({ queryMode, rewritten }, 'q').map(({ text }) => text)
    expect(texts('as-is', 'a\nb')).toEqual(['q'])
    expect(texts('rewrite', ' a \nb')).toEqual(['a'])
    expect(texts('multi-query', 'a\n\na\nb\nq')).toEqual(['q', 'a', 'b'])
    expect(texts('rewrite', ' \n')).toEqual(['q'])
    const [asked, imagined] = searchQueries({ queryMode: 'hyde', rewritten: 'a\nb' }, 'q')
    expect(asked).toMatchObject({ byWords: true, byVectors: false })
    expect(imagined).toMatchObject({ text: 'a\nb', role: 'passage', byWords: false })
  })
})

describe('retrieval', () => {
  it('by words ranks the passage that shares the rarer word first', () => {
    // "black" stands in one passage, "tea" in two, "is" in one other: 2 shares both tea words.
    const trace = run()
    expect(order(trace)[0]).toBe(2)
    expect(order(trace)).not.toContain(3)
    expect(trace.scores.retrieval).toMatchObject({ recall: 1, reciprocalRank: 1, ndcg: 1 })
    expect(trace.lost.stage).toBeNull()
  })

  it('by vectors ranks by the dot product', () => {
    // (0, 1) with the four rows: 0, 1, 0.8 and -0.6.
    const trace = dense([0, 1])
    expect(order(trace)).toEqual([1, 2, 0, 3])
    expect(trace.retrieval.lists[0]?.compared).toBe(4)
    expect(trace.scores.retrieval.reciprocalRank).toBe(0.5)
  })

  it('of another model’s space finds something else without any error', () => {
    expect(order(dense([1, 0]))).toEqual([0, 3, 2, 1])
  })

  it('fuses two lists by their ranks', () => {
    const trace = dense([1, 0], { method: 'hybrid' })
    // Words: 2, then 0 ("is") and 1 ("tea"); vectors: 0, 3, 2, 1.
    const words = trace.retrieval.lists[0]?.ranked.map(({ passage }) => passage) ?? []
    const rank = (list: readonly number[], passage: number) => list.indexOf(passage) + 1
    const share = (place: number) => (place === 0 ? 0 : 1 / (60 + place))
    for (const { passage, score } of trace.retrieval.ranked) {
      expect(score).toBeCloseTo(
        share(rank(words, passage)) + share(rank([0, 3, 2, 1], passage)),
        12,
      )
    }
    expect(trace.retrieval.fused).toBe(true)
  })

  it('fuses several queries', () => {
    const trace = run({ queryMode: 'multi-query', rewritten: 'cups' })
    expect(trace.retrieval.lists).toHaveLength(2)
    expect(order(trace)).toContain(3)
  })

  it('keeps to a section, and says when no passage has one', () => {
    expect(order(run({ section: 'Tea' })).toSorted()).toEqual([1, 2])
    const none = run({ section: 'Coffee' })
    expect(order(none)).toEqual([])
    expect(none.retrieval.notes[0]).toContain('"Coffee"')
    expect(none.lost.stage).toBe('retrieval')
  })

  it('filters after an approximate search, which may leave too few', () => {
    const trace = dense([1, 0], { method: 'dense-approximate', section: 'Tea', k: 1, efSearch: 1 })
    expect(trace.retrieval.ranked).toEqual([])
    expect(trace.retrieval.notes.join(' ')).toContain('after the approximate search')
    expect(dense([0, 1], { method: 'dense-approximate', efSearch: 4 }).retrieval.exactShare).toBe(1)
  })

  it('passes over passages that are alike, by MMR', () => {
    // 2 is much like 1 (0.8) and 3 unlike it (-0.6): lambda 0.3 takes 3 after 1.
    const trace = dense([0, 1], { mmrLambda: 0.3, k: 2 })
    expect(order(trace)).toEqual([1, 3])
    const dropped = trace.retrieval.lists[0]?.ranked.find(({ passage }) => passage === 2)
    expect(dropped?.dropped).toContain('MMR')
  })

  it('names what it waits for', () => {
    expect(run({ method: 'dense' }).missing).toEqual(['chunk-vectors', 'query-vectors'])
    expect(run({ method: 'hybrid' }).lost.sentence).toContain('waits')
    expect(run({ mmrLambda: 0.5 }).missing).toEqual(['chunk-vectors', 'query-vectors'])
    expect(() =>
      run(
        { method: 'dense' },
        {
          chunkVectors: { dimensions: 2, values: new Float32Array(2) },
          queryVectors: [new Float32Array(2)],
        },
      ),
    ).toThrow(/1 vectors for 4 passages/)
  })
})

describe('reranking', () => {
  it('by late interaction adds the best match of each token', () => {
    const rows = (...values: number[]) => Float32Array.of(...values)
    const passages = new Map([
      [0, rows(1, 0)],
      [1, rows(1, 0, 0, 1)],
      [2, rows(0.6, 0.8)],
    ])
    const tokenRows = { dimensions: 2, query: rows(1, 0, 0, 1), passages }
    // Tokens (1, 0) and (0, 1): passage 1 has both (2), 2 gives 0.6 + 0.8, 0 gives 1 + 0.
    const { rerank, scores } = run({ reranker: 'late-interaction', keepN: 1 }, { tokenRows })
    expect(rerank.ranked.map(({ passage }) => passage)).toEqual([1, 2, 0])
    expect(rerank.ranked[1]?.score).toBeCloseTo(1.4, 6)
    expect(rerank.comparisons).toBe(2 * 4)
    expect(rerank.ranked.map(({ dropped }) => dropped === null)).toEqual([true, false, false])
    expect([scores.unreranked.recall, scores.rerank.recall]).toEqual([1, 0])
  })

  it('by recorded scores needs no rows, and asks for them where a score is missing', () => {
    const lateScores = new Map([
      [0, 0.1],
      [1, 2],
      [2, 1.4],
    ])
    const { rerank, missing } = run({ reranker: 'late-interaction' }, { lateScores })
    expect(rerank).toMatchObject({ by: 'late-interaction', passes: 1, comparisons: 0 })
    expect(rerank.ranked.map(({ passage }) => passage)).toEqual([1, 2, 0])
    expect(missing).toEqual([])
    const some = run({ reranker: 'late-interaction' }, { lateScores: new Map([[0, 1]]) })
    expect(some.missing).toEqual(['token-rows'])
  })

  it('by the likelihood of the question costs a pass a candidate', () => {
    const likelihoods = new Map([
      [0, -1],
      [1, -3],
      [2, -2],
    ])
    const { rerank } = run({ reranker: 'question-likelihood' }, { likelihoods })
    expect(rerank.ranked.map(({ passage }) => passage)).toEqual([0, 2, 1])
    expect(rerank.passes).toBe(3)
  })

  it('keeps the order while scores are missing', () => {
    const trace = run({ reranker: 'question-likelihood' }, { likelihoods: new Map([[0, -1]]) })
    expect(trace.missing).toEqual(['likelihoods'])
    expect(trace.rerank.by).toBe('none')
    expect(trace.rerank.ranked.map(({ passage }) => passage)).toEqual(order(trace))
  })
})

describe('the stage that lost the evidence', () => {
  const lost = (quotes: readonly string[], change: Partial<RagState> = {}, answer?: string) =>
    runPipeline(
      handInput(
        corpus,
        handQuestion(corpus, 'How hot is black tea?', quotes),
        change,
        answer === undefined ? {} : { answer: { text: answer, finished: true } },
      ),
    ).lost.stage
  const black = ['Black tea needs 95 degrees.']

  it('is the first after which no passage holds it', () => {
    expect(lost(['White tea.'])).toBe('parsing')
    expect(lost(['80 degrees. Black tea'])).toBe('chunking')
    expect(lost(['Cups.'])).toBe('retrieval')
    expect(lost(['Green tea needs 80'], { keepN: 1 })).toBe('rerank')
    expect(lost(black, { tokenBudget: 1 })).toBe('prompt')
    expect(lost(black)).toBeNull()
    expect(lost(black, {}, 'The passages do not say.')).toBe('generation')
    expect(lost(black, {}, 'It needs 95 degrees.')).toBeNull()
  })

  it('of two quotes is where the first of them went', () => {
    expect(lost([...black, 'Cups.'])).toBe('retrieval')
    expect(lost([...black, 'White tea.'])).toBe('parsing')
  })

  it('of a question without an answer is the model, when it answers', () => {
    expect(lost([])).toBeNull()
    expect(lost([], {}, 'It needs 95 degrees.')).toBe('generation')
    expect(lost([], {}, 'The passages do not say.')).toBeNull()
  })

  it('comes no earlier when more candidates are kept', () => {
    const depth = (change: Partial<RagState>) => {
      const { stage } = run(change).lost
      return stage === null ? LOSING_STAGES.length : LOSING_STAGES.indexOf(stage)
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 300 }),
        (k, keepN, tokenBudget) => {
          const here = depth({ k, keepN, tokenBudget })
          expect(depth({ k: k + 1, keepN, tokenBudget })).toBeGreaterThanOrEqual(here)
          expect(depth({ k, keepN: keepN + 1, tokenBudget })).toBeGreaterThanOrEqual(here)
          expect(depth({ k, keepN, tokenBudget: tokenBudget + 50 })).toBeGreaterThanOrEqual(here)
        },
      ),
    )
  })

  it('is none where a reader marked words that the text does not have', () => {
    const own = {
      ...handQuestion(corpus, 'Which tea is white?', ['White tea.']),
      kind: 'own' as const,
    }
    const { lost: found } = runPipeline(handInput(corpus, own, {}, {}))
    expect(found.stage).toBeNull()
    expect(found.sentence).toContain('do not stand in the text')
  })
})
