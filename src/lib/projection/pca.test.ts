import { Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { dotProduct } from '../retrieval/dot-product.ts'
import { seededRandom } from '../sampling/seeded-random.ts'
import { allDirections } from './all-directions.ts'
import { pca } from './pca.ts'

/** Rows that spread ever less from column to column, then turned a little. */
function fallingRows(count: number, columns: number): readonly (readonly number[])[] {
  const random = seededRandom(7)
  return Array.from({ length: count }, () => {
    const plain = Array.from({ length: columns }, (_, at) => (random() - 0.5) * 0.8 ** at)
    return plain.map((value, at) => value + 0.3 * (plain[(at + 1) % columns] ?? 0))
  })
}

describe('principal components', () => {
  it('are worked by hand for points on a line', () => {
    const { mean, components, projected, explainedVariance, explainedVarianceRatio } = pca(
      [
        [0, 0],
        [3, 4],
        [6, 8],
      ],
      2,
    )
    expect(mean).toEqual([3, 4])
    expect(components[0]?.[0]).toBeCloseTo(0.6, 12)
    expect(components[0]?.[1]).toBeCloseTo(0.8, 12)
    expect(projected.map(([first]) => Math.round(first ?? NaN))).toEqual([-5, 0, 5])
    expect(explainedVariance[0]).toBeCloseTo(25, 12)
    expect(explainedVarianceRatio[0]).toBeCloseTo(1, 12)
    expect(explainedVarianceRatio[1]).toBeCloseTo(0, 12)
  })

  it.each([
    ['tall', 300, 60],
    ['wide', 60, 300],
  ])('are found without working out all of them on %s data', (_, count, columns) => {
    const rows = fallingRows(count, columns)
    const { components, mean } = pca(rows, 2)
    const centred = new Matrix(rows.map((row) => row.map((value, at) => value - (mean[at] ?? 0))))
    for (const [place, direction] of allDirections(centred, 2).entries()) {
      const length = Math.sqrt(dotProduct(direction, direction))
      const cosine = dotProduct(direction, components[place] ?? []) / length
      expect(1 - Math.abs(cosine)).toBeLessThan(1e-12)
    }
  })

  it('stand at right angles, have length 1 and their largest number above 0', () => {
    const { components } = pca(fallingRows(60, 70), 3)
    for (const [place, axis] of components.entries()) {
      expect(dotProduct(axis, axis)).toBeCloseTo(1, 12)
      expect(Math.max(...axis)).toBeGreaterThanOrEqual(-Math.min(...axis))
      for (const other of components.slice(place + 1)) {
        expect(dotProduct(axis, other)).toBeCloseTo(0, 12)
      }
    }
  })

  it('exist also where nothing spreads', () => {
    const same = Array.from({ length: 60 }, () => Array.from({ length: 50 }, () => 3))
    const { projected, explainedVarianceRatio, components } = pca(same, 2)
    expect(projected.flat().every((value) => Math.abs(value) < 1e-12)).toBe(true)
    expect(explainedVarianceRatio).toEqual([0, 0])
    expect(components[0]).toHaveLength(50)
  })

  it.each([
    ['small', 6, 12],
    ['small and tall', 12, 6],
    ['wide', 20, 500],
    ['tall', 500, 20],
  ])('keep the whole spread when all are taken, on %s data', (_, count, columns) => {
    const rows = fallingRows(count, columns)
    const all = Math.min(count, columns)
    const { explainedVarianceRatio, components, projected, mean } = pca(rows, all)
    expect(explainedVarianceRatio.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10)
    const back = mean.map((middle, column) =>
      components.reduce(
        (sum, axis, place) => sum + (projected[0]?.[place] ?? 0) * (axis[column] ?? 0),
        middle,
      ),
    )
    for (const [column, value] of back.entries()) {
      expect(value).toBeCloseTo(rows[0]?.[column] ?? NaN, 10)
    }
  })

  it('refuse one row, ragged rows and more components than rows or columns', () => {
    expect(() => pca([[1, 2]], 1)).toThrow(/at least 2/)
    expect(() => pca([[1, 2], [1]], 1)).toThrow(/same length/)
    expect(() => pca([[1], [2]], 2)).toThrow(/ask for fewer/)
    expect(() => pca([[NaN], [2]], 1)).toThrow(/finite/)
  })
})
