import { describe, expect, test } from 'vitest'
import { chunkingFunctions } from '../exercise/chunking-functions.ts'
import { answerPlace } from './answer-place.ts'
import { dilutionCurve } from './dilution-curve.ts'
import { overlapRows } from './overlap-rows.ts'
import { questionRank } from './question-rank.ts'
import { sentenceAngles } from './sentence-angles.ts'
import { slidingWindows } from './sliding-windows.ts'
import { sweepLines } from './sweep-lines.ts'
import { textUnits } from './text-units.ts'
import { tokenCount, tokenPieces } from './token-pieces.ts'
import { tokenWindow } from './token-window.ts'
import { answersRescued, unreadAnswers } from './unread-answers.ts'
import { vectorStrip } from './vector-strip.ts'
import { windowsFigure } from './windows-figure.ts'

const question = (windows: (number | null)[], first: number | null, last: number | null) => ({
  ...{ corpus: 'c', question: 'q', alone: 1 },
  ...{ windows, answerFirst: first, answerLast: last },
})

describe('the keys of exercises on chunking', () => {
  test('are the published numbers', () => {
    const { chunkCount, embeddedTokens, indexBytes, angleDegrees } = chunkingFunctions
    expect(chunkCount({ length: 10000, size: 500, overlap: 50 })).toBe(23)
    expect(chunkCount({ length: 10000, size: 800 })).toBe(13)
    expect(embeddedTokens({ length: 10000, size: 800, overlap: 400 })).toBe(19200)
    expect(embeddedTokens({ length: 0, size: 8, overlap: 4 })).toBe(0)
    expect(indexBytes({ vectors: 10000, dimensions: 1024 })).toBe(40_960_000)
    expect(angleDegrees({ a: [1, 0], b: [1, 1] })).toBeCloseTo(45, 10)
  })
})

describe('windows along a text', () => {
  test('begin a step apart, repeat the overlap and end with the text', () => {
    expect(slidingWindows({ length: 1000, size: 300, overlap: 60 })).toEqual([
      { start: 0, end: 300, repeats: 0 },
      { start: 240, end: 540, repeats: 60 },
      { start: 480, end: 780, repeats: 60 },
      { start: 720, end: 1000, repeats: 60 },
    ])
  })
  test('are drawn in per cent of the text', () => {
    const { step, bars } = windowsFigure({ length: 1000, size: 300, overlap: 60 })
    expect(step).toBe(240)
    expect(bars[3]).toEqual({ start: 720, end: 1000, left: 72, repeated: 6, fresh: 22 })
  })
})

describe('a window of tokens around an answer', () => {
  const tokens = Array.from({ length: 10 }, (_, at) => ({ start: 2 * at, end: 2 * at + 1 }))
  const span = { start: 8, end: 9 }
  test('has the answer where it is asked for', () => {
    expect(tokenWindow({ tokens, span, size: 3, at: 'start' })).toEqual({ start: 8, end: 13 })
    expect(tokenWindow({ tokens, span, size: 3, at: 'middle' })).toEqual({ start: 6, end: 11 })
    expect(tokenWindow({ tokens, span, size: 3, at: 'end' })).toEqual({ start: 4, end: 9 })
  })
  test('is moved at the ends of the text, or is not there', () => {
    const last = { start: 18, end: 19 }
    expect(tokenWindow({ tokens, span: last, size: 3, at: 'middle' })).toEqual({
      start: 14,
      end: 19,
    })
    expect(tokenWindow({ tokens, span: last, size: 3, at: 'start' })).toBeNull()
    expect(tokenWindow({ tokens, span, size: 11, at: 'middle' })).toBeNull()
  })
})

describe('what was recorded', () => {
  test('is averaged over the questions that have every size', () => {
    const questions = [
      question([0.4, 0.2], null, 0),
      question([0.6, 0.4], 0, 0),
      question([null, 1], 0, 0),
    ]
    const { count, points } = dilutionCurve({ sizes: [32, 64], questions })
    expect(count).toBe(2)
    expect(points.map(({ mean }) => mean)).toEqual([0.5, expect.closeTo(0.3, 10)])
  })
  test('is compared by the place of the answer, pair by pair', () => {
    const place = answerPlace([
      question([], 0.5, 0.1),
      question([], 0.1, 0.3),
      question([], null, 1),
    ])
    expect(place).toMatchObject({ count: 2, firstNearer: 1 })
    expect(place.first).toBeCloseTo(0.3, 10)
    expect(place.last).toBeCloseTo(0.2, 10)
  })
  test('is parted into answers that are read and answers that are not', () => {
    const ranks = (size: number, rank: number) => ({
      ...{ corpus: 'c', size, chunks: 5 },
      answers: [
        { question: 'near', rank: 1, answerEndsAt: 254 },
        { question: 'far', rank, answerEndsAt: 255 },
      ],
    })
    expect(unreadAnswers(ranks(600, 3), 254)).toEqual({
      read: { answers: 1, first: 1 },
      unread: { answers: 1, first: 0 },
    })
    const request = { before: ranks(600, 3), after: ranks(250, 1), read: 254 }
    expect(answersRescued(request)).toBe(1)
  })
  test('gives a line for each strategy of a sweep', () => {
    const means = { recall: 0.5, precision: 0, iou: 0, precisionOmega: 0, contextTokens: null }
    const point = { ...{ strategy: 'recursive', axisSize: 200, size: 200, overlap: 20 }, means }
    const lines = sweepLines(
      {
        points: [
          {
            ...point,
            strategy: 'recursive',
            unit: 'characters',
            chunks: 1,
            borders: '',
            rankings: [],
          },
        ],
      },
      'recall',
    )
    expect(lines).toEqual([{ strategy: 'recursive', points: [{ x: 200, y: 0.5 }] }])
  })
})

describe('vectors', () => {
  const sentence = (degrees: number) => ({
    text: `${degrees}`,
    kind: 'other',
    vector: [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)],
  })
  test('stand at their angle, and arrows in one place share a label', () => {
    const angles = sentenceAngles([0, 30, 31, 90].map(sentence))
    expect(angles.map(({ degrees }) => Math.round(degrees))).toEqual([30, 31, 90])
    expect(angles.map(({ label }) => label?.text)).toEqual(['1, 2', undefined, '3'])
    expect(angles[2]?.arrow.x).toBeCloseTo(0, 10)
  })
  test('are cells as strong as their numbers', () => {
    expect(vectorStrip([0.5, -1, 0], 2)).toEqual([
      { column: 0, row: 0, strength: 0.5, negative: false },
      { column: 1, row: 0, strength: 1, negative: true },
      { column: 0, row: 1, strength: 0, negative: false },
    ])
  })
  test('rank the chunk that holds an answer whole', () => {
    const chunks = [
      { start: 0, end: 4 },
      { start: 4, end: 8 },
    ]
    const rows = [
      [1, 1],
      [1, 0],
    ]
    const asked = (start: number, end: number) =>
      questionRank({ question: [1, 0], chunks, rows, answer: { start, end } })
    expect(asked(1, 3)).toMatchObject({ rank: 2, chunks: 2, best: 1 })
    expect(asked(5, 6)).toMatchObject({ rank: 1, cosine: 1 })
    expect(asked(3, 5)).toBeNull()
  })
})

describe('texts', () => {
  test('are counted in three units, bytes as UTF-8 has them', () => {
    const text = 'aé茶😀b'
    const units = textUnits({ text, characters: 4, countTokens: (part) => part.length })
    expect(units).toEqual({ characters: 4, bytes: 1 + 2 + 3 + 4, tokens: 5 })
  })
  test('are parted into the pieces of their tokens', () => {
    const packed = Int32Array.of(0, 1, 7, 1, 1, 8, 2, 5, 9)
    expect(tokenPieces('a cat', packed)).toEqual(['a', 'cat'])
    expect(tokenCount(packed)).toBe(3)
  })
  test('are cut into what is repeated and what is new', () => {
    const rows = overlapRows({ text: 'One two. Three four. Five six.', size: 21, overlap: 12 })
    expect(rows.map(({ fresh }) => fresh).join('')).toBe('One two. Three four. Five six.')
    expect(rows.every(({ overlap, repeated }) => overlap === repeated.length)).toBe(true)
    expect(rows[1]?.repeated).toBe('Three four. ')
  })
})
