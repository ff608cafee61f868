import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedOverlap, overlapWords } from './answer-words.ts'
import { countCharacters } from './count-characters.ts'
import { countedText } from './counted-text.ts'
import { cutText } from './cut-text.ts'
import { distanceCurve, thresholdAfterKey, thresholdAt } from './distance-curve.ts'
import { indexBytes } from './index-bytes.ts'
import { labChunks } from './lab-chunks.ts'
import { movedMarks } from './moved-marks.ts'
import { packMarks, unpackMarks } from './marks.ts'
import { predictedCount } from './predicted-count.ts'
import { readingLimit } from './reading-limit.ts'
import { sizeBins } from './size-bins.ts'
import { steppedIndex } from './stepped-index.ts'
import { packSpans, tokensWithin, unpackSpans } from './token-index.ts'
import { usedThreshold } from './used-threshold.ts'
import { readTokens, writeTokens } from './written-tokens.ts'

const raw = (start: number, end: number) => ({
  start,
  end,
  level: 'word' as const,
  reason: 'A test.',
})

describe('labChunks', () => {
  test('measures in code points what neighbours share', () => {
    const text = 'a😀b😀c'
    const limit = { maxTokens: 256, reserved: 2 }
    const [first, second] = labChunks({
      text,
      chunks: [raw(0, 4), raw(1, 7)],
      tokens: null,
      limit,
    })
    expect(first?.characters).toBe(3)
    expect(second?.characters).toBe(4)
    expect(second?.repeats).toEqual({ characters: 2, tokens: null })
  })

  test('counts the tokens of a chunk and where the embedder stops', () => {
    const text = 'one two three four'
    const tokens = packSpans([
      { start: 0, end: 3 },
      { start: 4, end: 7 },
      { start: 8, end: 13 },
      { start: 14, end: 18 },
    ])
    const [chunk] = labChunks({
      text,
      chunks: [raw(0, 18)],
      tokens,
      limit: { maxTokens: 5, reserved: 2 },
    })
    expect(chunk?.tokens).toBe(4)
    expect(chunk?.readTo).toBe(14)
  })
})

test('a code point counts once, whatever its units', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(countCharacters(text)).toBe([...text].length)
    }),
  )
})

test('the counted text has 10,000 words, one token each', () => {
  const { text, tokens } = countedText()
  expect(text.split(/\s/)).toHaveLength(10_000)
  expect(tokens.length / 2).toBe(10_000)
  expect(
    unpackSpans(tokens).every(({ start, end }) => /^[a-z]+$/.test(text.slice(start, end))),
  ).toBe(true)
})

test('10,000 vectors of 1,024 numbers take 40.96 MB', () => {
  expect(indexBytes({ vectors: 10_000, dimensions: 1024 })).toBe(40_960_000)
  expect(() => indexBytes({ vectors: NaN, dimensions: 4 })).toThrow(RangeError)
})

test('marks and prefix are taken off what an embedder reads', () => {
  expect(readingLimit({ maxTokens: 256, prefixes: { passage: '' } }).reserved).toBe(2)
  expect(readingLimit({ maxTokens: 512, prefixes: { passage: 'passage: ' } }).reserved).toBe(4)
})

test('bins hold every size once and have a round width', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (sizes, wanted) => {
        const bins = sizeBins(sizes, wanted)
        const held = bins.reduce((sum, { count }) => sum + count, 0)
        expect(held).toBe(Math.max(...sizes) === 0 ? 0 : sizes.length)
        expect(bins.length).toBeLessThanOrEqual(21)
      },
    ),
  )
})

test('tokens survive being written, steps back included', () => {
  const anyTokens = fc.array(
    fc.record({ start: fc.nat(1000), length: fc.nat(80) }).map(({ start, length }) => ({
      start,
      end: start + length,
    })),
  )
  fc.assert(
    fc.property(anyTokens, (spans) => {
      expect(unpackSpans(readTokens(writeTokens(packSpans(spans))))).toEqual(spans)
    }),
  )
  expect(
    writeTokens(
      packSpans([
        { start: 0, end: 3 },
        { start: 4, end: 6 },
      ]),
    ),
  ).toBe('0312')
})

test('tokens are counted by where they begin', () => {
  const tokens = packSpans([
    { start: 0, end: 3 },
    { start: 4, end: 6 },
  ])
  expect(tokensWithin(tokens, { start: 0, end: 4 })).toBe(1)
  expect(tokensWithin(tokens, { start: 1, end: 9 })).toBe(1)
})

test('own questions survive a link, and what is no question is left out', () => {
  const mine = [
    { id: 'own-1', text: 'When?', spans: [{ start: 3, end: 9 }] },
    {
      id: 'own-2',
      text: 'Who, and where?',
      spans: [
        { start: 0, end: 2 },
        { start: 5, end: 20 },
      ],
    },
  ]
  expect(unpackMarks(packMarks(mine), 20)).toEqual(mine)
  expect(unpackMarks('3-9\nnothing\n5-99 Beyond?\n9-3 Backward?', 20)).toEqual([])
})

test('distances above the threshold are cuts, and the line moves in hundredths', () => {
  expect(distanceCurve([0.2, 0.8, 0.5], 0.5).cuts).toBe(1)
  expect(thresholdAt({ at: 160, plotTop: 100, top: 1 })).toBe(0.5)
  expect(thresholdAfterKey(0.5, 'ArrowUp')).toBe(0.51)
  expect(thresholdAfterKey(0, 'ArrowDown')).toBe(0)
  expect(thresholdAfterKey(0.5, 'a')).toBeNull()
})

test('without a threshold the line stands at the 95th percentile, on the scale of any embedder', () => {
  // 21 distances: 95 of 100 lie below the twentieth.
  const near = Array.from({ length: 21 }, (_, index) => (index + 1) / 100)
  expect(usedThreshold(null, near)).toBe(0.2)
  expect(distanceCurve(near, null)).toMatchObject({ cuts: 1, threshold: 0.2, usual: 0.2 })
  expect(distanceCurve(near, 0.6)).toMatchObject({ cuts: 0, threshold: 0.6, usual: 0.2 })
  expect(usedThreshold(0.6, near)).toBe(0.6)
  expect(usedThreshold(null, [])).toBe(0)
})

test('what LlamaIndex counts in words is not compared with characters or tokens', () => {
  const settings = { size: 800, overlap: 100, unit: 'tokens', library: 'llamaindex' } as const
  const summary = { textCharacters: 11_000, textTokens: 3137 }
  expect(askedOverlap(settings)).toBe('100 words')
  expect(predictedCount(summary, settings)).toBeNull()
  expect(askedOverlap({ ...settings, library: 'ours' })).toBe('100')
  // (3137 - 100) / 700 = 4.3
  expect(predictedCount(summary, { ...settings, library: 'ours' })?.count).toBe(5)
})

test('an overlap of one is said in the singular', () => {
  const settings = {
    library: 'ours',
    strategy: 'characters',
    size: 3,
    overlap: 1,
    unit: 'characters',
    threshold: null,
    splitter: 'recursive',
    keepSeparator: true,
    language: 'zh',
  } as const
  const limit = { maxTokens: 256, reserved: 2 }
  const { summary } = cutText({
    text: '你好。世界！',
    settings,
    tokens: null,
    distances: null,
    limit,
  })
  // Windows of 3 over 6 with a step of 2: 3 chunks, 2 boundaries, 2 characters repeated.
  expect(summary.count).toBe(3)
  expect(overlapWords(summary, settings)).toBe(
    'Neighbours share 1 character on average; 1 was asked for.',
  )
})

test('steps stay within the list', () => {
  expect(steppedIndex(null, 3, 'next')).toBe(0)
  expect(steppedIndex(2, 3, 'next')).toBe(2)
  expect(steppedIndex(0, 3, 'last')).toBe(2)
  expect(steppedIndex(null, 0, 'next')).toBeNull()
})

describe('movedMarks', () => {
  test('moves what stands behind an edit, keeps what stands before it', () => {
    expect(movedMarks('6-9 Who?', 'Hello Bob', 'Hello, Bob')).toBe('7-10 Who?')
    expect(movedMarks('0-5 What?', 'Hello Bob', 'Hello, Bob')).toBe('0-5 What?')
    expect(movedMarks('0-5 What?', 'Hello Bob', 'Bob')).toBe('')
    expect(movedMarks('2-8 Which?', '0123456789', '01234xx56789')).toBe('2-10 Which?')
  })

  test('keeps a marked text word for word wherever the edit is outside of it', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.string({ maxLength: 5 }), (at, put) => {
        const before = 'aaaa bbbb MARKED cccc dddd'
        const place = at < 10 ? at : at + 7
        const after = before.slice(0, place) + put + before.slice(place)
        const [moved] = unpackMarks(movedMarks('10-16 Q?', before, after), after.length)
        const [span] = moved?.spans ?? []
        expect(after.slice(span?.start, span?.end)).toContain('MARKED')
      }),
    )
  })
})
