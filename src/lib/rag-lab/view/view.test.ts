import { describe, expect, it } from 'vitest'
import { runPipeline } from '../run-pipeline.ts'
import { handCorpus, handInput, handQuestion, ragState } from '../hand-corpus.fixture.ts'
import { likelihoodPrompt, logProbability, meanLogProbability } from './likelihood.ts'
import { questionGroups } from './question-groups.ts'
import { rankPicture } from './rank-picture.ts'
import { findAnswer, promptHash } from './recorded-answer.ts'
import type { RecordedAnswer } from './recorded-answer.ts'
import { rewriteRequest, rewrittenLines } from './rewrite-request.ts'
import { chanceRecall, fitsWindow, meanLength, movedPlace, widthOf } from './small-sums.ts'
import { madeTooMany, tooManyPassages } from './too-many-passages.ts'
import { trackSteps } from './track-steps.ts'
import { vectorTable } from './vector-table.ts'
import { writingSteps } from './writing-steps.ts'

const corpus = handCorpus(['One blue pot. ', 'Black tea needs 95 degrees. ', 'Tea cups. '])
const question = handQuestion(corpus, 'How hot is black tea?', ['Black tea needs 95 degrees.'])
const traceOf = (change = {}) => runPipeline(handInput(corpus, question, change))

describe('the track', () => {
  const steps = (change = {}) => {
    const state = ragState(change)
    return trackSteps({ state, corpus, trace: traceOf(change) })
  }
  it('has nine stages and marks none while nothing is lost', () => {
    expect(steps()).toHaveLength(9)
    expect(steps().some(({ lost, after }) => lost || after)).toBe(false)
  })
  it('marks the stage that lost the evidence and those after it', () => {
    const found = steps({ tokenBudget: 1 })
    expect(found.filter(({ lost }) => lost).map(({ stage }) => stage)).toEqual(['prompt'])
    expect(found.filter(({ after }) => after).map(({ stage }) => stage)).toEqual([
      'model',
      'answer',
    ])
  })
})

describe('the rank picture', () => {
  it('has a box for each passage of each column, and lines between equal ones', () => {
    const picture = rankPicture(traceOf({ keepN: 1 }), corpus)
    expect(picture.columns.map(({ label }) => label)).toEqual(['Search', 'Reranked', 'Prompt'])
    expect(picture.boxes.map(({ label }) => label)).toEqual(['P2', 'P3', 'P2', 'P3', 'P2'])
    expect(picture.lines).toHaveLength(3)
    expect(picture.boxes.filter(({ dropped }) => dropped).map(({ label }) => label)).toEqual([
      'P3',
      'P3',
    ])
    expect(picture.description).toBe(
      'Search: P2 (holds the evidence), P3. Reranked: P2 (holds the evidence), P3. Prompt: P2 (holds the evidence).',
    )
  })
  it('is drawn within its width and without a passage too', () => {
    const none = runPipeline(handInput(corpus, handQuestion(corpus, 'Zebra?', [])))
    expect(rankPicture(none, corpus)).toMatchObject({ boxes: [], lines: [] })
    for (const { x, width } of rankPicture(traceOf(), corpus).boxes)
      expect(x + width).toBeLessThanOrEqual(rankPicture(traceOf(), corpus).width)
  })
})

describe('the likelihood of a question', () => {
  it('is the mean of the logarithms of its tokens’ probabilities', () => {
    expect(logProbability([0, 0], 1)).toBeCloseTo(-Math.LN2, 12)
    expect(logProbability([Math.log(3), 0], 0)).toBeCloseTo(Math.log(0.75), 12)
    expect(meanLogProbability([-1, -3])).toBe(-2)
    expect(likelihoodPrompt(' Tea. ')).toBe('Passage: Tea.\nQuestion:')
  })
  it('refuses what has none', () => {
    expect(() => meanLogProbability([])).toThrow(RangeError)
    expect(() => logProbability([0], 3)).toThrow(/no token 3/)
  })
})

describe('answers and rewriting', () => {
  it('an answer belongs to one prompt, word for word', () => {
    const { prompt } = traceOf()
    const answer: RecordedAnswer = {
      id: 'a',
      model: 'm',
      modelChecksum: '',
      prompt: promptHash(prompt),
      promptTokens: 1,
      temperature: 0,
      seed: 1,
      maxTokens: 1,
      text: 'Hot.',
      finished: true,
    }
    expect(findAnswer([answer], prompt)).toBe(answer)
    expect(findAnswer([answer], traceOf({ citations: false }).prompt)).toBe(null)
  })
  it('a written list becomes lines to search with', () => {
    expect(rewrittenLines('1. "Hot tea"\n\n- Tea\n2) Cups')).toBe('Hot tea\nTea\nCups')
    expect(rewriteRequest('hyde', 'How hot?')[0]?.content).toContain('Question: How hot?')
  })
  it('temperature 0 takes the most probable token', () => {
    expect(writingSteps(0)).toEqual([{ name: 'greedy' }])
    expect(writingSteps(0.5)).toEqual([{ name: 'temperature', temperature: 0.5 }])
  })
})

describe('small sums', () => {
  it('are those that one would do by hand', () => {
    expect(meanLength([{ text: 'tea' }, { text: 't' }])).toBe(2)
    expect(meanLength([])).toBe(0)
    expect(widthOf(50, 200)).toBe('25%')
    expect(widthOf(5, 0)).toBe('0%')
    expect(movedPlace(1, -1, 3)).toBe(1)
    expect(movedPlace(3, 1, 3)).toBe(3)
    expect(fitsWindow(2000, 60, 2048)).toBe(false)
    expect(chanceRecall(3, 18)).toBeCloseTo(1 / 6, 12)
  })
  it('a cut into single letters is refused before it is made', () => {
    expect(tooManyPassages({ length: 50_000, size: 1, overlap: 0 })).toContain('50,000 passages')
    expect(tooManyPassages({ length: 50_000, size: 800, overlap: 100 })).toBe('')
    expect(madeTooMany(2001)).toMatch(
      /^This cut makes 2,001 passages; the lab takes at most 2,000\./,
    )
    expect(madeTooMany(2000)).toBe('')
  })
  it('vectors of one length make a table', () => {
    expect(vectorTable([Float32Array.of(1, 0), Float32Array.of(0, 1)])?.values).toEqual(
      Float32Array.of(1, 0, 0, 1),
    )
    expect(vectorTable([])).toBeUndefined()
    expect(() => vectorTable([Float32Array.of(1), Float32Array.of(1, 2)])).toThrow(RangeError)
  })
  it('questions stand under their kinds, one’s own last', () => {
    const groups = questionGroups({ questions: [question], injectedQuestion: null })
    expect(groups.map(({ label }) => label)).toEqual(['Facts', 'Your own'])
  })
})
