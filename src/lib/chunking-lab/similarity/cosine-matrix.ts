import { rowDot } from '../../retrieval/row-dot.ts'
import { vectorRows, type FlatVectors } from '../../retrieval/flat-vectors.ts'

/** Cosine of every chunk with every other: row after row, the same across the diagonal. */
export interface CosineMatrix {
  readonly count: number
  readonly values: Float32Array
}

/**
 * Cosine similarity of every pair of vectors. A vector of zeros is similar to nothing.
 *
 * Formula: `cosine`. Units: none, -1 to 1. Source: `sklearn-cosine`.
 *
 * @example cosineMatrix(flatVectors([Float32Array.of(3, 4), Float32Array.of(4, 3)])).values[1] // 0.96
 */
export function cosineMatrix(vectors: FlatVectors): CosineMatrix {
  const { count, dimensions } = vectors
  const rows = vectorRows(vectors)
  const lengths = rows.map((row) => Math.sqrt(rowDot(row, row, 0, dimensions)))
  const values = new Float32Array(count * count)
  for (const [one, row] of rows.entries()) {
    for (let other = one; other < count; other++) {
      const size = (lengths[one] ?? 0) * (lengths[other] ?? 0)
      const dot = rowDot(row, vectors.values, other * dimensions, dimensions)
      const cosine = size === 0 ? 0 : Math.max(-1, Math.min(1, dot / size))
      values[one * count + other] = cosine
      values[other * count + one] = cosine
    }
  }
  return { count, values }
}

/** @example cosineOf(matrix, 0, 1) // 0.96 */
export const cosineOf = ({ count, values }: CosineMatrix, one: number, other: number): number =>
  values[one * count + other] ?? 0
