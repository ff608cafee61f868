import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averagePrecision } from './average-precision.ts'
import { hitAtK } from './hit-at-k.ts'
import { meanReciprocalRank } from './mean-reciprocal-rank.ts'
import { ndcg } from './ndcg.ts'
import { precisionAtK } from './precision-at-k.ts'
import { recallAtK } from './recall-at-k.ts'
import { reciprocalRank } from './reciprocal-rank.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'constructor', '7']
const answer = fc.record({
  ranking: fc.array(fc.constantFrom(...ids), { maxLength: 8 }),
  relevance: fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: -1, max: 4 })),
  k: fc.integer({ min: 1, max: 10 }),
})

const all = (given: Parameters<typeof recallAtK>[0]) => [
  recallAtK(given),
  precisionAtK(given),
  hitAtK(given),
  reciprocalRank(given),
  averagePrecision(given),
  ndcg(given),
  ndcg({ ...given, gain: 'exponential' }),
]

describe('metrics of a ranking', () => {
  it('lie between 0 and 1, whatever the ranking', () => {
    fc.assert(
      fc.property(answer, (given) => {
        for (const value of all(given)) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('do not depend on the order in which the relevant ones are listed', () => {
    fc.assert(
      fc.property(answer, (given) => {
        const turned = Object.fromEntries(Object.entries(given.relevance).reverse())
        expect(all({ ...given, relevance: turned })).toEqual(all(given))
      }),
    )
  })

  it('are all 1 for a ranking of exactly the relevant ones, best first', () => {
    const given = { ranking: ['c', 'a', 'b'], relevance: { a: 2, b: 1, c: 3 }, k: 3 }
    expect(all(given)).toEqual([1, 1, 1, 1, 1, 1, 1])
  })

  it('do not change when the first k change places among equals in grade', () => {
    const relevance = { a: 1, b: 1 }
    const one = { ranking: ['a', 'b', 'c'], relevance, k: 3 }
    expect(all({ ...one, ranking: ['b', 'a', 'c'] })).toEqual(all(one))
  })

  it('take names and numbers as names', () => {
    expect(recallAtK({ ranking: [7, 8], relevance: { '7': 1 }, k: 1 })).toBe(1)
  })

  it('are worked by hand: average precision (1/1 + 2/3) / 2, mean reciprocal rank (1 + 1/2) / 2', () => {
    expect(averagePrecision({ ranking: ['a', 'b', 'c'], relevance: { a: 1, c: 1 } })).toBeCloseTo(
      5 / 6,
      15,
    )
    expect(
      meanReciprocalRank([
        { ranking: ['a', 'b'], relevance: { a: 1 } },
        { ranking: ['a', 'b'], relevance: { b: 1 } },
      ]),
    ).toBe(0.75)
  })

  it('refuse a cutoff of 0, a grade that is none and a mean over no question', () => {
    expect(() => recallAtK({ ranking: [], relevance: {}, k: 0 })).toThrow(/cutoff/)
    expect(() => ndcg({ ranking: ['a'], relevance: { a: NaN } })).toThrow(/grade/)
    expect(() => meanReciprocalRank([])).toThrow(/no question/)
  })
})
