import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilsonInterval } from './wilson-interval.ts'

describe('the Wilson interval', () => {
  it('solves |share - p| = z sqrt(p (1 - p) / n), which defines its ends', () => {
    const z = 1.959963984540054
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (trials, some) => {
        const successes = Math.min(some, trials)
        const { low, high } = wilsonInterval(successes, trials)
        for (const end of [low, high]) {
          const away = (successes / trials - end) ** 2
          expect(away).toBeCloseTo((z ** 2 * end * (1 - end)) / trials, 12)
        }
      }),
    )
  })

  it('is worked by hand for 5 of 10, and for none and all of 10', () => {
    const half = wilsonInterval(5, 10)
    expect(half.low).toBeCloseTo(0.2365930908, 9)
    expect(half.high).toBeCloseTo(0.7634069092, 9)
    const z2 = 1.959963984540054 ** 2
    expect(wilsonInterval(0, 10).low).toBe(0)
    expect(wilsonInterval(0, 10).high).toBeCloseTo(z2 / (10 + z2), 14)
    expect(wilsonInterval(10, 10).high).toBe(1)
    expect(wilsonInterval(10, 10).low).toBeCloseTo(10 / (10 + z2), 14)
  })

  it('refuses no trials, too many successes and a quantile that is none', () => {
    expect(() => wilsonInterval(0, 0)).toThrow(/0 trials/)
    expect(() => wilsonInterval(11, 10)).toThrow(RangeError)
    expect(() => wilsonInterval(1, 10, NaN)).toThrow(RangeError)
  })
})
