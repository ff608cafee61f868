import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxNormalisedFusion } from './max-normalised-fusion.ts'
import { reciprocalRankFusion } from './reciprocal-rank-fusion.ts'

const ranking = fc.uniqueArray(fc.nat(12), { maxLength: 8 })

describe('reciprocal rank fusion', () => {
  it('is worked by hand for two lists', () => {
    const fused = reciprocalRankFusion({
      rankings: [
        ['a', 'b'],
        ['b', 'c'],
      ],
      k: 60,
    })
    expect(fused.map(({ id }) => id)).toEqual(['b', 'a', 'c'])
    expect(fused[0]?.score).toBeCloseTo(1 / 62 + 1 / 61, 15)
  })

  it('keeps the order of a single list, and of a list given twice', () => {
    fc.assert(
      fc.property(ranking, (list) => {
        for (const rankings of [[list], [list, list]]) {
          expect(reciprocalRankFusion({ rankings }).map(({ id }) => id)).toEqual(list)
        }
      }),
    )
  })

  it('gives the same scores whatever the order of the lists', () => {
    fc.assert(
      fc.property(fc.array(ranking, { maxLength: 4 }), (rankings) => {
        const scores = new Map(
          reciprocalRankFusion({ rankings }).map(({ id, score }) => [id, score]),
        )
        for (const { id, score } of reciprocalRankFusion({ rankings: rankings.toReversed() })) {
          expect(score).toBeCloseTo(scores.get(id) ?? NaN, 14)
        }
      }),
    )
  })

  it('refuses a document twice in a list, and a k below 0', () => {
    expect(() => reciprocalRankFusion({ rankings: [['a', 'a']] })).toThrow(/twice/)
    expect(() => reciprocalRankFusion({ rankings: [], k: -1 })).toThrow(RangeError)
  })
})

describe('fusion of scores', () => {
  it('lets the best of each list count as 1 and weighs the lists', () => {
    const scores = (...list: readonly (readonly [string, number])[]) =>
      list.map(([id, score]) => ({ id, score }))
    expect(
      maxNormalisedFusion([
        { weight: 0.5, scores: scores(['a', 8], ['b', 4]) },
        { weight: 0.5, scores: scores(['b', 0.9], ['c', -0.3]) },
      ]),
    ).toEqual(scores(['b', 0.75], ['a', 0.5], ['c', 0]))
  })

  it('refuses weights below 0 and scores that are not finite', () => {
    expect(() => maxNormalisedFusion([{ weight: -1, scores: [] }])).toThrow(/weight/)
    expect(() => maxNormalisedFusion([{ weight: 1, scores: [{ id: 1, score: NaN }] }])).toThrow()
  })
})
