import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chunk, Span } from '../chunking/chunk.ts'
import { chunkingScores } from './chunking-scores.ts'
import { goldSurvives } from './gold-survives.ts'
import { isRelevantChunk } from './is-relevant-chunk.ts'
import { mergedSpans } from './merged-spans.ts'
import { precisionOmega } from './precision-omega.ts'
import { sharedSpans } from './shared-spans.ts'
import { spanScores } from './span-scores.ts'

const span = (start: number, end: number): Span => ({ start, end })
const chunk = (start: number, end: number, tokens?: number): Chunk => ({
  start,
  end,
  level: 'sentence',
  reason: 'a sentence ends there',
  ...(tokens === undefined ? {} : { tokens }),
})
const spans = fc.array(
  fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]) => span(start, start + length)),
  { maxLength: 6 },
)
const characters = (list: readonly Span[]): ReadonlySet<number> =>
  new Set(
    list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
  )

describe('spans', () => {
  it('merged hold the same characters, shared those of both', () => {
    fc.assert(
      fc.property(spans, spans, (ones, others) => {
        expect(characters(mergedSpans(ones))).toEqual(characters(ones))
        const both = [...characters(ones)].filter((at) => characters(others).has(at))
        expect(characters(sharedSpans(ones, others))).toEqual(new Set(both))
      }),
    )
  })
})

describe('scores of spans', () => {
  it('are worked by hand for a chunk that holds half of the evidence', () => {
    expect(spanScores({ retrieved: [span(0, 10)], gold: [span(5, 15)] })).toEqual({
      recall: 0.5,
      precision: 0.5,
      iou: 5 / 15,
    })
  })

  it('count text that two chunks share twice in what is retrieved, once in what is found', () => {
    expect(spanScores({ retrieved: [span(0, 10), span(5, 15)], gold: [span(5, 10)] })).toEqual({
      recall: 1,
      precision: 0.25,
      iou: 0.25,
    })
  })

  it('are 0 where nothing is shared, a mere border included', () => {
    const none = { recall: 0, precision: 0, iou: 0 }
    expect(spanScores({ retrieved: [span(0, 5)], gold: [span(5, 9)] })).toEqual(none)
    expect(spanScores({ retrieved: [], gold: [span(5, 9)] })).toEqual(none)
    expect(spanScores({ retrieved: [span(0, 5)], gold: [] })).toEqual(none)
  })

  it('lie between 0 and 1, IoU below both others, in any order of the chunks', () => {
    fc.assert(
      fc.property(spans, spans, (retrieved, gold) => {
        const scores = spanScores({ retrieved, gold })
        expect(Object.values(scores).every((score) => score >= 0 && score <= 1)).toBe(true)
        expect(scores.iou).toBeLessThanOrEqual(Math.min(scores.recall, scores.precision))
        expect(spanScores({ retrieved: retrieved.toReversed(), gold })).toEqual(scores)
      }),
    )
  })

  it('of the cutting alone take every chunk that holds evidence', () => {
    const chunks = [span(0, 10), span(10, 20), span(20, 30)]
    expect(precisionOmega(chunks, [span(8, 14)])).toBe(6 / 20)
    expect(precisionOmega([span(0, 10), span(5, 15)], [span(6, 8)])).toBe(2 / 15)
    expect(precisionOmega([span(0, 10)], [span(8, 14)])).toBe(2 / 14)
    expect(precisionOmega(chunks, [span(40, 44)])).toBe(0)
  })
})

describe('a chunk is relevant', () => {
  it('with half of the quote, or when half of it is quote', () => {
    expect(isRelevantChunk(span(0, 100), [span(90, 130)])).toBe(false)
    expect(isRelevantChunk(span(0, 110), [span(90, 130)])).toBe(true)
    expect(isRelevantChunk(span(100, 110), [span(90, 130)])).toBe(true)
    expect(isRelevantChunk(span(85, 93), [span(90, 130)])).toBe(false)
    expect(isRelevantChunk(span(0, 100), [span(90, 130)], 0.25)).toBe(true)
    expect(isRelevantChunk(span(0, 90), [span(90, 130)], 0.01)).toBe(false)
    expect(() => isRelevantChunk(span(0, 1), [], 0)).toThrow(RangeError)
  })

  it('and a quote survives when one chunk holds it whole', () => {
    expect(goldSurvives([span(0, 10), span(8, 20)], span(9, 12))).toBe(true)
    expect(goldSurvives([span(0, 10), span(10, 20)], span(9, 12))).toBe(false)
  })
})

describe('a chunking is judged', () => {
  const chunks = [chunk(0, 10, 3), chunk(10, 20, 4), chunk(20, 30, 5)]
  const questions = [
    { id: 'one', text: '?', spans: [span(12, 17)] },
    { id: 'two', text: '?', spans: [span(8, 12), span(21, 25)] },
  ]

  it('question by question and on average', () => {
    const rankings = [
      [0, 1, 2],
      [2, 0, 1],
    ]
    const { chunkCount, means, rows } = chunkingScores({ chunks, questions, rankings, k: 2 })
    expect(chunkCount).toBe(3)
    expect(rows[0]).toEqual({
      id: 'one',
      recall: 1,
      precision: 0.25,
      iou: 0.25,
      precisionOmega: 0.5,
      reciprocalRank: 0.5,
      hit: 1,
      chunkRecall: 1,
      quotesWhole: 1,
      quotesFound: 1,
      contextCharacters: 20,
      contextTokens: 7,
    })
    // The first quote is cut in halves: both chunks count as relevant, none holds it whole.
    expect(rows[1]).toMatchObject({ recall: 6 / 8, chunkRecall: 2 / 3, quotesWhole: 0.5 })
    expect(means.reciprocalRank).toBe(0.75)
    expect(means.contextTokens).toBe(7.5)
    expect(means.recall).toBe((1 + 6 / 8) / 2)
  })

  it('with no hit where the relevant chunk stands after the first k', () => {
    const { rows } = chunkingScores({
      chunks,
      questions: questions.slice(0, 1),
      rankings: [[0, 2, 1]],
      k: 2,
    })
    expect(rows[0]).toMatchObject({ hit: 0, reciprocalRank: 1 / 3, recall: 0 })
  })

  it('without tokens where the chunks have none', () => {
    const bare = [chunk(0, 30)]
    const rankings = [[0], [0]]
    expect(chunkingScores({ chunks: bare, questions, rankings, k: 1 }).means.contextTokens).toBe(
      null,
    )
  })

  it('only with questions, rankings and chunks that fit together', () => {
    const one = questions.slice(0, 1)
    expect(() => chunkingScores({ chunks, questions: [], rankings: [], k: 1 })).toThrow(/question/)
    expect(() => chunkingScores({ chunks, questions, rankings: [[0]], k: 1 })).toThrow(/rankings/)
    expect(() => chunkingScores({ chunks, questions: one, rankings: [[7]], k: 1 })).toThrow(/7/)
  })
})
