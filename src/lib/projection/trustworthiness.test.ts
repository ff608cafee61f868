import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { continuity, trustworthiness } from './trustworthiness.ts'

const line = (places: readonly number[]) => places.map((place) => [place])

describe('trust in a map', () => {
  it('is 1 for a map that keeps, stretches or mirrors the distances', () => {
    const rows = line([0, 1, 3, 7, 15, 31])
    for (const map of [rows, line([0, 2, 6, 14, 30, 62]), line([0, -1, -3, -7, -15, -31])]) {
      expect(trustworthiness(rows, map, 2)).toBe(1)
      expect(continuity(rows, map, 2)).toBe(1)
    }
  })

  it('is worked by hand for five points on a line, one of them moved to the other end', () => {
    // Nearest in the map: 0-1, 1-0, 2-1, 3-2, and point 4 (at -0.5) next to point 0, which is its
    // 4th neighbour in truth; point 0 now has 4 as nearest, also its 4th: excess 3 + 3.
    const rows = line([0, 1.1, 2.3, 3.6, 5])
    const map = line([0, 1.1, 2.3, 3.6, -0.5])
    expect(trustworthiness(rows, map, 1)).toBeCloseTo(1 - (2 / (5 * 1 * 6)) * 6, 14)
    // In truth 4 has 3 as nearest, in the map the 4th (excess 3); 0 has 1, in the map its 2nd (1).
    expect(continuity(rows, map, 1)).toBeCloseTo(1 - (2 / 30) * 4, 14)
  })

  it('lies between 0 and 1', () => {
    const point = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }))
    const pairs = fc.array(fc.tuple(point, point), { minLength: 5, maxLength: 14 })
    fc.assert(
      fc.property(pairs, (given) => {
        const high = given.map(([one]) => one)
        const low = given.map(([, other]) => other)
        for (const value of [trustworthiness(high, low, 2), continuity(high, low, 2)]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('is refused for half of the points and for a map of another size', () => {
    const rows = line([0, 1, 2, 3])
    expect(() => trustworthiness(rows, rows, 2)).toThrow(/below half/)
    expect(() => trustworthiness(rows, line([0, 1]), 1)).toThrow(/2 points/)
  })
})
