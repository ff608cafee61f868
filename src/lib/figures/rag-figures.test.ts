import { expect, it } from 'vitest'
import { asPassages } from './as-passages.ts'
import { differenceCell } from './difference-cell.ts'
import { lostBar } from './lost-bars.ts'
import { workedRanking } from './worked-ranking.ts'

it('a ranking is worked out rank by rank', () => {
  // Relevant B, C and D; C is second, B fifth, D missing.
  // DCG 1/log2(3) + 1/log2(6) = 0.631 + 0.387 = 1.018; ideal 1 + 0.631 + 0.5 = 2.131; 0.478.
  const { rows, ...sums } = workedRanking({
    ranking: ['F', 'C', 'A', 'E', 'B'],
    relevant: ['B', 'C', 'D'],
  })
  expect(rows.map(({ recall }) => recall)).toEqual(['0.000', '0.333', '0.333', '0.333', '0.667'])
  expect(rows.map(({ worth }) => worth)).toEqual(['1.000', '0.631', '0.500', '0.431', '0.387'])
  expect(sums).toEqual({ reciprocalRank: '0.500', dcg: '1.018', ideal: '2.131', ndcg: '0.478' })
})

it('what was lost is counted by stage, what arrived comes first', () => {
  const { parts, total, text } = lostBar({
    lost: [
      { stage: 'parsing', questions: 0 },
      { stage: 'retrieval', questions: 2 },
      { stage: null, questions: 1 },
    ],
  })
  expect(parts.map(({ questions }) => questions)).toEqual([1, 2])
  expect([total, text]).toEqual([3, '1 question reached the prompt; 2 lost in retrieval'])
})

it('rows make a table only when none is missing', () => {
  expect(asPassages([Float32Array.of(1, 2), Float32Array.of(3, 4)])?.values).toEqual(
    Float32Array.of(1, 2, 3, 4),
  )
  expect(asPassages([Float32Array.of(1, 2), undefined])).toBeUndefined()
})

it('a difference is clear when its interval does not hold 0', () => {
  expect(differenceCell({ before: 0.8, after: 0.92, low: 0, high: 0.24 })).toEqual({
    change: '0.80 → 0.92',
    interval: '0.00 to +0.24',
    verdict: 'not clear',
  })
  const clear = { before: 0.5, after: 0.3 }
  expect(differenceCell({ ...clear, low: -0.3, high: -0.1 }).verdict).toBe('worse')
  expect(differenceCell({ ...clear, low: 0.1, high: 0.3 }).verdict).toBe('better')
})
