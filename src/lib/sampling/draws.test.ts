import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawMany } from './draw-many.ts'
import { draw } from './draw.ts'
import { effectiveVocabulary } from './effective-vocabulary.ts'
import { entropyBits, entropyNats } from './entropy.ts'
import { expectedAgainstDrawn } from './expected-against-drawn.ts'
import { logSumExp } from './log-sum-exp.ts'
import { mersenneTwister } from './mersenne-twister.ts'
import { minPThreshold } from './min-p-threshold.ts'
import { perplexity } from './perplexity.ts'
import { seededRandom } from './seeded-random.ts'
import { softmax } from './softmax.ts'
import { sortDescending } from './sort-descending.ts'
import { tokenProbability } from './token-probability.ts'

const anyLogits = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { maxLength: 40 })

describe('the seeded generator', () => {
  it('gives the first numbers of the published test output', () => {
    const next = mersenneTwister([0x123, 0x234, 0x345, 0x456])
    expect([next(), next(), next(), next(), next()]).toEqual([
      1067595299, 955945823, 477289528, 4107218783, 4228976476,
    ])
  })

  it.each([
    { seed: 0, numbers: [0.8444218515250481, 0.7579544029403025, 0.420571580830845] },
    { seed: 42, numbers: [0.6394267984578837, 0.025010755222666936, 0.27502931836911926] },
    { seed: -42, numbers: [0.6394267984578837, 0.025010755222666936, 0.27502931836911926] },
    {
      seed: 2 ** 40 + 7,
      numbers: [0.6137037779936511, 0.8149162973309487, 0.9450115087592873],
    },
  ])('gives the numbers of Python for seed $seed', ({ seed, numbers }) => {
    const random = seededRandom(seed)
    expect(numbers.map(() => random())).toEqual(numbers)
  })

  it('refuses a seed that is no whole number', () => {
    expect(() => seededRandom(0.5)).toThrow(/whole number/)
    expect(() => seededRandom(NaN)).toThrow(RangeError)
  })
})

describe('draws', () => {
  it('take the first place whose running sum passes the random number', () => {
    expect(draw([0.5, 0, 0.5], () => 0)).toBe(0)
    expect(draw([0.5, 0, 0.5], () => 0.4999)).toBe(0)
    expect(draw([0.5, 0, 0.5], () => 0.5)).toBe(2)
    expect(draw([0.5, 0.5, 0], () => 1 - Number.EPSILON)).toBe(1)
  })

  it('never take a place of probability 0', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(anyLogits, random, (logits, number) => {
        const probabilities = softmax([0, ...logits, -Infinity])
        expect(probabilities[draw(probabilities, () => number)]).toBeGreaterThan(0)
      }),
    )
  })

  it('are the same for the same seed, one by one or counted', () => {
    const probabilities = [0.1, 0.2, 0.3, 0.4]
    const one = seededRandom(7)
    const places = Array.from({ length: 200 }, () => draw(probabilities, one))
    const counts = drawMany({ probabilities, draws: 200, random: seededRandom(7) })
    expect([...counts]).toEqual(
      probabilities.map((_, place) => places.filter((drawn) => drawn === place).length),
    )
  })

  it('agree with theory about as often as their interval promises', () => {
    const probabilities = softmax(Array.from({ length: 20 }, (_, id) => -id / 10))
    const rows = Array.from({ length: 50 }, (_, seed) =>
      expectedAgainstDrawn({
        probabilities,
        counts: drawMany({ probabilities, draws: 1000, random: seededRandom(seed) }),
      }),
    ).flat()
    const agreeing = rows.filter(({ agrees }) => agrees).length / rows.length
    expect(agreeing).toBeGreaterThan(0.93)
    expect(agreeing).toBeLessThan(0.97)
  })

  it('are set beside what was to be expected', () => {
    const [row] = expectedAgainstDrawn({ probabilities: [0.5, 0.5], counts: [48, 52] })
    expect(row).toMatchObject({ place: 0, expected: 50, drawn: 48, share: 0.48, agrees: true })
    expect(row?.low).toBeCloseTo(0.3846455, 6)
    expect(row?.high).toBeCloseTo(0.5768345, 6)
  })

  it('refuse what is no distribution, and a number of draws that is none', () => {
    expect(() => draw([], () => 0)).toThrow(RangeError)
    expect(() => draw([0.5, 0.4], () => 0)).toThrow(/sum to/)
    expect(() => draw([1.5, -0.5], () => 0)).toThrow(/0 or more/)
    expect(() => drawMany({ probabilities: [1], draws: 0, random: () => 0 })).toThrow(RangeError)
    expect(() => expectedAgainstDrawn({ probabilities: [1], counts: [1, 2] })).toThrow(RangeError)
    expect(() => expectedAgainstDrawn({ probabilities: [1], counts: [0] })).toThrow(RangeError)
  })
})

describe('measures of a distribution', () => {
  it('give the entropy in nats and bits and the effective vocabulary', () => {
    expect(entropyNats([0.5, 0.5])).toBeCloseTo(Math.LN2, 14)
    expect(entropyBits([0.5, 0.25, 0.125, 0.125])).toBeCloseTo(1.75, 14)
    expect(entropyNats([1, 0])).toBe(0)
    expect(effectiveVocabulary([0.25, 0.25, 0.25, 0.25, 0])).toBeCloseTo(4, 12)
    expect(effectiveVocabulary([1])).toBe(1)
  })

  it('give the perplexity of a text', () => {
    expect(perplexity([0.25, 0.25, 0.25])).toBeCloseTo(4, 12)
    expect(perplexity([0.5, 0.125])).toBeCloseTo(4, 12)
    expect(() => perplexity([])).toThrow(RangeError)
    expect(() => perplexity([0.5, 0])).toThrow(/above 0/)
  })

  it('give softmax and log-sum-exp without overflow', () => {
    expect([...softmax([1000, 1000 + Math.log(3)])].map((p) => p.toFixed(12))).toEqual([
      '0.250000000000',
      '0.750000000000',
    ])
    expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 10)
    expect([...softmax([0, -Infinity])]).toEqual([1, 0])
    const [first] = softmax([0, Math.log(16)], 2)
    expect(first).toBeCloseTo(0.2, 14)
    expect(() => softmax([1], 0)).toThrow(RangeError)
    expect(tokenProbability({ logit: 0, logSumExp: Math.log(4) })).toBeCloseTo(0.25, 14)
    expect(minPThreshold({ minP: 0.1, largest: 0.5 })).toBeCloseTo(0.05, 15)
  })
})

describe('the sort', () => {
  it('orders float32 and float64 numbers alike', () => {
    const singles = [3, -0, 0.5, 0, -2, 0.5, -1.5]
    expect([...sortDescending(Float64Array.from(singles))]).toEqual([0, 2, 5, 1, 3, 6, 4])
    expect([...sortDescending(Float64Array.from([...singles, 0.1]))]).toEqual([
      0, 2, 5, 7, 1, 3, 6, 4,
    ])
  })

  it('orders like a comparison of numbers, and keeps equal ones in order', () => {
    const values = fc.array(
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: -3, max: 3 }),
        fc.float({ noNaN: true, noDefaultInfinity: true }),
      ),
    )
    fc.assert(
      fc.property(values, (list) => {
        const expected = list
          .map((_, index) => index)
          .sort((one, other) => (list[other] ?? 0) - (list[one] ?? 0) || one - other)
        expect([...sortDescending(Float64Array.from(list))]).toEqual(expected)
      }),
    )
  })
})
