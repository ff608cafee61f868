import { expect, test } from 'vitest'
import { chunkCount } from './chunk-count.ts'
import { chunkStatistics } from './chunk-statistics.ts'
import { chunkText } from './chunk-text.ts'
import { distancesOf } from './distances-of.ts'
import { embeddedTokens } from './embedded-tokens.ts'
import { measuredOverlaps } from './measured-overlaps.ts'
import { overlongTokens } from './overlong-tokens.ts'
import { semanticUnits } from './semantic-units.ts'
import { thresholdOf } from './threshold-of.ts'

test.each([
  [10_000, 500, 50, 23],
  [50_000, 400, 40, 139],
  [10_000, 200, 20, 56],
  [10_000, 1000, 100, 11],
  [10_000, 800, 0, 13],
  [10_000, 800, 400, 24],
  [0, 800, 400, 0],
  [300, 800, 400, 1],
])('%i units in windows of %i that overlap by %i are %i chunks', (length, size, overlap, count) => {
  expect(chunkCount({ length, size, overlap })).toBe(count)
  const options = { strategy: 'characters', unit: 'characters', size, overlap } as const
  expect(chunkText('a'.repeat(length), options)).toHaveLength(count)
})

test('the count refuses an overlap that is not below the size', () => {
  expect(() => chunkCount({ length: 10, size: 5, overlap: 5 })).toThrow(RangeError)
  expect(() => chunkCount({ length: -1, size: 5, overlap: 0 })).toThrow(RangeError)
})

const text = 'a😀 bc d'
const tokens = [
  { start: 0, end: 1 },
  { start: 1, end: 3 },
  { start: 4, end: 6 },
  { start: 7, end: 8 },
]
const chunks = [
  { start: 0, end: 6 },
  { start: 1, end: 7 },
  { start: 7, end: 8 },
]

test('overlaps are measured in code points and tokens', () => {
  expect(measuredOverlaps(text, chunks, tokens)).toEqual([
    { characters: 4, tokens: 2 },
    { characters: 0, tokens: 0 },
  ])
  expect(measuredOverlaps(text, chunks)[0]).toEqual({ characters: 4 })
  expect(measuredOverlaps(text, [])).toEqual([])
  expect(() => measuredOverlaps(text, chunks.toReversed())).toThrow(RangeError)
})

test('repeated tokens are embedded twice', () => {
  expect(embeddedTokens(text, chunks, tokens)).toEqual({ text: 4, chunks: 6, repeated: 2 })
})

test('what an embedder does not read begins at a token', () => {
  const question = { chunk: { start: 0, end: 7 }, tokenSpans: tokens, added: 2 }
  expect(overlongTokens({ ...question, limit: 4 })).toEqual({ start: 4, end: 7, tokens: 1 })
  expect(overlongTokens({ ...question, limit: 5 })).toBeNull()
  expect(overlongTokens({ ...question, limit: 1 })).toEqual({ start: 0, end: 7, tokens: 3 })
  expect(() => overlongTokens({ ...question, limit: -1 })).toThrow(RangeError)
})

test('statistics of sizes', () => {
  expect(chunkStatistics([600, 100, 200, 300], 5)).toEqual({
    count: 4,
    total: 1200,
    mean: 300,
    median: 250,
    min: 100,
    max: 600,
    bins: [
      { from: 100, to: 200, count: 1 },
      { from: 200, to: 300, count: 1 },
      { from: 300, to: 400, count: 1 },
      { from: 400, to: 500, count: 0 },
      { from: 500, to: 600, count: 1 },
    ],
  })
  expect(chunkStatistics([7, 7]).bins).toEqual([{ from: 7, to: 7, count: 2 }])
  expect(chunkStatistics([])).toMatchObject({ count: 0, mean: 0, median: 0, bins: [] })
  expect(() => chunkStatistics([1], 0)).toThrow(RangeError)
})

test('distances of neighbours', () => {
  expect(
    distancesOf([
      [3, 0],
      [1, 0],
      [0, 2],
      [0, -1],
      [0, 0],
    ]),
  ).toEqual([0, 1, 2, 1])
  expect(distancesOf([])).toEqual([])
  expect(() => distancesOf([[1], [1, 2]])).toThrow(RangeError)
})

test('the threshold lies between the sorted distances', () => {
  const distances = [0.5, 0.1, 0.4, 0.2, 0.3]
  expect(thresholdOf(distances, 75)).toBeCloseTo(0.4, 12)
  expect(thresholdOf(distances, 95)).toBeCloseTo(0.48, 12)
  expect(thresholdOf(distances, 100)).toBe(0.5)
  expect(thresholdOf([], 95)).toBe(0)
  expect(() => thresholdOf(distances, 101)).toThrow(RangeError)
})

test('each sentence is compared with its neighbours', () => {
  expect(semanticUnits('One. Two. Three.', 'en', 0)).toHaveLength(3)
  expect(semanticUnits('One. Two. Three.', 'en', 1)[0]).toEqual({ start: 0, end: 10 })
  expect(() => semanticUnits('One.', 'en', -1)).toThrow(RangeError)
})
