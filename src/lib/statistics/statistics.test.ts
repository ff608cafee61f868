import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clopperPearson } from './clopper-pearson.ts'
import { fisherExact } from './fisher-exact.ts'
import { majorityVoteAccuracy } from './majority-vote-accuracy.ts'
import { mcnemarCorrected, mcnemarExact } from './mcnemar.ts'
import { newcombe } from './newcombe.ts'
import { twoSidedP, zOfConfidence } from './normal-distribution.ts'
import { normalQuantile } from './normal-quantile.ts'
import { pairedInterval } from './paired-interval.ts'
import { passAtK } from './pass-at-k.ts'
import { twoProportionZ } from './two-proportion-z.ts'

describe('a paired interval', () => {
  it('is the difference itself where it is the same for every question', () => {
    const before = [0, 0.5, 0.25]
    const after = before.map((value) => value + 0.25)
    expect(pairedInterval({ before, after })).toEqual({
      mean: 0.25,
      low: 0.25,
      high: 0.25,
      better: 3,
      worse: 0,
      same: 0,
      verdict: 'helps',
    })
  })

  it('does not let one question of many decide', () => {
    const before = Array.from({ length: 40 }, () => 0)
    const after = before.map((_, place) => (place === 0 ? 1 : 0))
    const { mean, low, verdict } = pairedInterval({ before, after })
    expect([mean, low, verdict]).toEqual([0.025, 0, 'unclear'])
  })

  it('comes near to the normal interval for many questions', () => {
    // 400 differences of -1, 0 or 1: mean 0.25, variance 0.5625 + ..., by hand below
    const before = Array.from({ length: 400 }, () => 0)
    const after = before.map((_, place) => (place % 4 === 0 ? -1 : place % 2 === 0 ? 0 : 1))
    const spread = Math.sqrt((0.25 * 1.25 ** 2 + 0.25 * 0.25 ** 2 + 0.5 * 0.75 ** 2) / 400)
    const { mean, low, high } = pairedInterval({ before, after })
    expect(mean).toBe(0.25)
    expect(Math.abs(low - (0.25 - 1.96 * spread))).toBeLessThan(0.1 * spread)
    expect(Math.abs(high - (0.25 + 1.96 * spread))).toBeLessThan(0.1 * spread)
  })

  it('turns round with before and after, and is the same for the same seed', () => {
    const values = fc.array(fc.tuple(fc.integer({ max: 4, min: 0 }), fc.nat(4)), { minLength: 1 })
    fc.assert(
      fc.property(values, fc.nat(9), (pairs, seed) => {
        const before = pairs.map(([one]) => one)
        const after = pairs.map(([, other]) => other)
        const there = pairedInterval({ before, after, seed, resamples: 200 })
        const back = pairedInterval({ before: after, after: before, seed, resamples: 200 })
        expect(there.low).toBeCloseTo(-back.high, 12)
        expect(there.mean).toBeCloseTo(-back.mean, 12)
        expect(there.low).toBeLessThanOrEqual(there.high)
        expect(pairedInterval({ before, after, seed, resamples: 200 })).toEqual(there)
      }),
      { numRuns: 50 },
    )
  })

  it('refuses lists that do not pair', () => {
    expect(() => pairedInterval({ before: [], after: [] })).toThrow(/above 0/)
    expect(() => pairedInterval({ before: [1], after: [1, 2] })).toThrow(RangeError)
    expect(() => pairedInterval({ before: [1], after: [NaN] })).toThrow(/finite/)
    expect(() => pairedInterval({ before: [1], after: [1], confidence: 1 })).toThrow(/confidence/)
  })
})

describe('tests and intervals', () => {
  it('know the tables of the normal distribution', () => {
    expect(zOfConfidence(0.95)).toBeCloseTo(1.959963984540054, 12)
    expect(zOfConfidence(0.99)).toBeCloseTo(2.5758293035489, 11)
    expect(twoSidedP(1)).toBeCloseTo(0.31731050786291, 13)
    expect(twoSidedP(5) / 5.733031437583869e-7).toBeCloseTo(1, 11)
  })

  it('have a quick quantile within the promised distance of the exact one', () => {
    for (let share = 0.5005; share < 1; share += 0.0005) {
      const exact = zOfConfidence(2 * share - 1)
      expect(Math.abs(normalQuantile(share) - exact)).toBeLessThan(4.5e-4)
      expect(normalQuantile(1 - share)).toBeCloseTo(-normalQuantile(share), 12)
    }
    expect(() => normalQuantile(0)).toThrow(RangeError)
  })

  it('do not break where a group has all or nothing', () => {
    const none = { firstSuccesses: 0, firstTrials: 9, secondSuccesses: 0, secondTrials: 7 }
    expect(twoProportionZ(none)).toEqual({ z: 0, pValue: 1 })
    expect(fisherExact(none)).toBeCloseTo(1, 12)
    expect(newcombe(none).low).toBeLessThan(0)
    expect(clopperPearson({ successes: 5, trials: 5 }).high).toBe(1)
  })

  it('refuse what cannot be counted', () => {
    expect(() => clopperPearson({ successes: 2, trials: 1 })).toThrow(/2 successes/)
    expect(() => clopperPearson({ successes: 0, trials: 0 })).toThrow(/no trials/)
    expect(() => mcnemarExact({ onlyFirst: -1, onlySecond: 2 })).toThrow(RangeError)
    expect(() => mcnemarCorrected({ onlyFirst: 0, onlySecond: 0 })).toThrow(/nothing to test/)
    expect(() => passAtK({ samples: 3, correct: 1, k: 4 })).toThrow(/k is 4/)
    expect(() => majorityVoteAccuracy({ voters: 0, accuracyOfOne: 0.5 })).toThrow(/voters/)
  })
})
