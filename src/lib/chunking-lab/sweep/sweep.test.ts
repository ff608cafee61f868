import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairedInterval } from '../../statistics/paired-interval.ts'
import { questionScores } from '../../evaluation/question-scores.ts'
import { chosenSentences, excerpt, trimmedSpan } from './chosen-sentences.ts'
import { chunkBorders } from './chunk-borders.ts'
import { comparePoints } from './compare-points.ts'
import { cutSetting } from './cut-setting.ts'
import { differenceWords, verdictWords } from './difference-words.ts'
import { isLate } from './is-late.ts'
import { sweepMeans, type JudgedPoint } from './judged-point.ts'
import { movedPoint } from './moved-point.ts'
import { niceTop } from './nice-top.ts'
import { pointKey, subjectKey } from './point-key.ts'
import { questionOutcomes } from './question-outcomes.ts'
import { rankChunks } from './rank-chunks.ts'
import { questionsHash, readRankings } from './recorded-sweep.ts'
import { spreadLabels } from './spread-labels.ts'
import { bestPoint, settingWords, sweepAnswer, sweepDescription } from './sweep-answer.ts'
import { sweepPicture } from './sweep-picture.ts'
import { sweepPlan } from './sweep-plan.ts'
import type { SweepSetting } from './sweep-setting.ts'
import { charactersPerToken, chunksDone, enoughRanks, settingsToRun } from './sweep-sums.ts'
import { sweepTable } from './sweep-table.ts'
import { wrappedWords } from './wrapped-words.ts'

const setting = (axisSize: number, strategy: SweepSetting['strategy'] = 'recursive') => ({
  strategy,
  axisSize,
  size: axisSize,
  overlap: 0,
  unit: 'characters' as const,
})

/** Four sentences of 10 characters; the answers are the second and, for the other, the last two. */
const text = 'Aaaa aaaa. Bbbb bbbb. Cccc cccc. Dddd dddd.'
const questions = [
  { id: 'one', text: 'b?', spans: [{ start: 11, end: 21 }] },
  { id: 'two', text: 'c and d?', spans: [{ start: 22, end: 43 }] },
]
const source = { text, language: 'en', tokenSpans: null, distances: null, threshold: 1 }

/** The sentence strategy at 11 and 22 characters, ranked by hand. */
const handMade = (axisSize: number, rankings: readonly (readonly number[])[], k: number) => {
  const chunks = cutSetting(source, setting(axisSize, 'sentence'))
  const rows = questions.map((question, place) =>
    questionScores({ chunks, question, ranking: rankings[place] ?? [], k }),
  )
  return {
    chunks,
    point: {
      setting: setting(axisSize, 'sentence'),
      chunkCount: chunks.length,
      means: sweepMeans(rows),
      rows,
    } satisfies JudgedPoint,
  }
}

describe('a sweep worked by hand', () => {
  const small = handMade(11, [[1], [2]], 1)
  const large = handMade(22, [[0], [1]], 1)

  test('cuts the text as each size says', () => {
    const borders = (chunks: typeof small.chunks) => chunks.map(({ start, end }) => [start, end])
    expect(borders(small.chunks)).toEqual([
      [0, 11],
      [11, 22],
      [22, 33],
      [33, 43],
    ])
    expect(borders(large.chunks)).toEqual([
      [0, 22],
      [22, 43],
    ])
  })

  test('scores small chunks: exact, but one chunk holds half of the longer answer', () => {
    // First question: 10 of 10 found in 11 characters. Second: 11 of 21 found in 11.
    expect(small.point.means.recall).toBeCloseTo((1 + 11 / 21) / 2, 10)
    expect(small.point.means.precision).toBeCloseTo((10 / 11 + 1) / 2, 10)
    expect(small.point.means.iou).toBeCloseTo((10 / 11 + 11 / 21) / 2, 10)
    expect(small.point.means.contextTokens).toBeNull()
  })

  test('scores large chunks: everything found, with more around it', () => {
    expect(large.point.means.recall).toBe(1)
    expect(large.point.means.precision).toBeCloseTo((10 / 22 + 1) / 2, 10)
  })

  test('compares question by question, and two questions cannot tell', () => {
    const difference = comparePoints(small.point, large.point, 'recall')
    expect(difference?.mean).toBeCloseTo(10 / 21 / 2, 10)
    expect([difference?.better, difference?.same]).toEqual([1, 1])
    expect(difference?.verdict).toBe('unclear')
    expect(comparePoints(small.point, large.point, 'contextTokens')).toBeNull()
    expect(bestPoint([small.point, large.point], 'recall')).toBe(large.point)
  })

  test('lists what was missed first', () => {
    const outcomes = questionOutcomes({
      questions,
      rows: small.point.rows,
      rankings: [[1], [2]],
    })
    expect(outcomes.map(({ id, found }) => [id, found])).toEqual([
      ['two', 'in part, 52 %'],
      ['one', 'found'],
    ])
    expect(outcomes[0]).toMatchObject({ whole: '0 of 1', first: 3, sign: '◐', rank: '1' })
  })

  test('is told in words, a picture and a table', () => {
    const points = [small.point, large.point]
    const differenceOf = () => null
    const answer = sweepAnswer({ points, baseline: small.point, k: 1, differenceOf })
    expect(answer[0]).toBe('Highest recall@1: sentences, 22 with 1.000.')
    expect(answer[1]).toContain('which the others are compared with')
    expect(sweepDescription(points, 1)).toContain('sentences, 22: recall@1 1.000')
    const picture = sweepPicture({
      points,
      width: 700,
      k: 1,
      baseline: 'sentence-11',
      differenceOf,
    })
    expect(picture.panels.map(({ measure }) => measure)).toEqual([
      'recall',
      'precision',
      'iou',
      'precisionOmega',
    ])
    expect(picture.panels[0]?.points[0]).toMatchObject({ baseline: true, clear: false })
    expect(picture.panels[0]?.points[1]?.y).toBe(picture.plotTop)
    const table = sweepTable({ points, baseline: small.point, k: 1, differenceOf }, 'A text')
    expect(table.rows).toHaveLength(2)
    expect(table.plain?.rows[1]?.slice(0, 6)).toEqual(['sentence', 22, 'characters', 0, 2, 2])
    for (const { columns, rows } of [table, ...(table.plain ? [table.plain] : [])]) {
      expect(rows.every((row) => row.length === columns.length)).toBe(true)
    }
  })
})

describe('sweepPlan', () => {
  const wish = {
    sizes: [400, 200, 400],
    strategies: ['recursive', 'tokens'] as const,
    unit: 'characters' as const,
    overlapShare: 0.1,
    charactersPerToken: 4,
  }

  test('tries each strategy at each size once, sizes rising', () => {
    expect(sweepPlan(wish).map(({ strategy, axisSize }) => [strategy, axisSize])).toEqual([
      ['tokens', 200],
      ['tokens', 400],
      ['recursive', 200],
      ['recursive', 400],
    ])
  })

  test('gives fixed tokens as many tokens as come to the size', () => {
    expect(sweepPlan(wish)[1]).toMatchObject({ size: 100, overlap: 10, unit: 'tokens' })
    expect(sweepPlan({ ...wish, charactersPerToken: null })).toHaveLength(2)
  })

  test('keeps every overlap below its size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e5 }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (size, overlapShare) => {
          for (const each of sweepPlan({ ...wish, sizes: [size], overlapShare })) {
            expect(each.overlap).toBeGreaterThanOrEqual(0)
            expect(each.overlap).toBeLessThan(each.size)
          }
        },
      ),
    )
  })
})

test('chunks are ranked by the dot product, and ranks may run out', () => {
  const rows = Float32Array.of(0, 1, 1, 0, 0.6, 0.8)
  const rankings = [rankChunks(Float32Array.of(1, 0), rows, 2)]
  expect(rankings).toEqual([[1, 2]])
  const { chunks } = handMade(22, [], 1)
  const point = { setting: setting(1), chunks, rankings }
  expect(enoughRanks(point, 5)).toBe(true)
  expect(enoughRanks({ ...point, rankings: [[0]] }, 2)).toBe(false)
})

test('recorded lines read as they were written', () => {
  expect(readRankings(['3 1 2', ''])).toEqual([[3, 1, 2], []])
  expect(chunkBorders([{ start: 0, end: 5 }])).not.toBe(chunkBorders([{ start: 0, end: 6 }]))
  expect(questionsHash(questions)).not.toBe(questionsHash(questions.slice(1)))
})

test('a point is named by all that decides it, the threshold only where it matters', () => {
  const subject = { embedder: 'e', text, language: 'en', threshold: 0.6, questions }
  expect(subjectKey(subject)).toBe(subjectKey({ ...subject, threshold: 0.7 }))
  expect(subjectKey(subject)).not.toBe(subjectKey({ ...subject, text: `${text} ` }))
  expect(pointKey('s', setting(9, 'sentence'), 0.6)).toBe('s sentence 9 0 characters')
  expect(pointKey('s', setting(9, 'semantic'), 0.6)).not.toBe(
    pointKey('s', setting(9, 'semantic'), 0.7),
  )
})

test('a difference is clear or not, and more tokens are no gain', () => {
  const up = pairedInterval({ before: [0, 0, 0, 0], after: [1, 1, 1, 1] })
  expect(differenceWords(up, 'iou', 'recursive, 800')).toBe(
    '+1.000 (+1.000 to +1.000) against recursive, 800: clearly better',
  )
  expect(verdictWords(up, 'contextTokens')).toBe('clearly more')
  const even = pairedInterval({ before: [0, 1], after: [1, 0] })
  expect(verdictWords(even, 'iou')).toBe('no clear difference on 2 questions')
})

test('labels keep their order and their distance', () => {
  const labels = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 })
  fc.assert(
    fc.property(labels, (wanted) => {
      const placed = spreadLabels(
        wanted.map((each, key) => ({ key, wanted: each })),
        { room: 13, top: 0, bottom: 100 },
      ).map(({ at }) => at)
      expect(placed).toHaveLength(wanted.length)
      placed.slice(1).forEach((at, index) => {
        expect(at - (placed[index] ?? 0)).toBeGreaterThan(13 - 1e-6)
      })
      if (placed.length > 0) expect(Math.min(...placed)).toBeGreaterThanOrEqual(-1e-9)
    }),
  )
})

test('axes end at a round number at or above the largest value', () => {
  expect([0, 0.37, 1, 1989, 0.09].map(niceTop)).toEqual([1, 0.4, 1, 2000, 0.1])
})

test('arrow keys go along a line and from line to line', () => {
  const at = (strategy: SweepSetting['strategy'], axisSize: number) => ({
    name: `${strategy}-${axisSize}`,
    strategy,
    axisSize,
    x: axisSize,
    y: 0,
    value: '',
    clear: false,
    baseline: false,
  })
  const points = [
    at('sentence', 200),
    at('sentence', 400),
    at('recursive', 210),
    at('recursive', 420),
  ]
  const go = (key: string) => movedPoint(points, 'sentence-400', key)?.name
  expect(['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'a'].map(go)).toEqual([
    'sentence-200',
    'sentence-400',
    'recursive-420',
    'sentence-400',
    undefined,
  ])
})

test('an answer may be chosen by its sentences, without the spaces around it', () => {
  const sentences = [
    { start: 0, end: 5 },
    { start: 5, end: 10 },
  ]
  expect(chosenSentences('One. Two. ', sentences, 2, 1)).toEqual({ start: 5, end: 9 })
  expect(chosenSentences('One. Two. ', sentences, 1, 2)).toEqual({ start: 0, end: 9 })
  expect(chosenSentences('One. Two. ', sentences, 3, 3)).toBeNull()
  expect(trimmedSpan('   ', { start: 0, end: 3 })).toBeNull()
  expect(excerpt('a\n b', { start: 0, end: 4 })).toBe('a b')
})

test('small sums come out', () => {
  expect(wrappedWords('one two three', 7)).toEqual(['one two', 'three'])
  expect(chunksDone([10, 20, 30], 1, 5)).toBe(15)
  expect(charactersPerToken('abcdef', new Uint32Array([0, 3, 3, 6]))).toBe(3)
  expect(charactersPerToken('abc', null)).toBeNull()
  expect(settingsToRun({ missing: 2, waiting: 1, sizes: [200, 400, 400] })).toBe(4)
  expect(isLate(0, 9)).toBe(true)
  expect(settingWords(setting(1600))).toBe('recursive, 1,600')
})
