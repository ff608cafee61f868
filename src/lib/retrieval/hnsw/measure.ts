import { rowDot } from '../row-dot.ts'
import type { ScoredRow } from '../scored-row.ts'

/** Compares rows with one query, each row once, and counts. */
export interface Measure {
  readonly of: (index: number) => ScoredRow
  /** Rows compared so far. */
  readonly count: () => number
}

/**
 * A counter of comparisons with one query.
 *
 * @example measure(Float32Array.of(1), Float32Array.of(2, 3), 1).of(1) // { index: 1, score: 3 }
 */
export function measure(query: Float32Array, vectors: Float32Array, dimensions: number): Measure {
  const known = new Map<number, ScoredRow>()
  return {
    count: () => known.size,
    of: (index) => {
      const seen = known.get(index)
      if (seen !== undefined) return seen
      const row = { index, score: rowDot(query, vectors, index * dimensions, dimensions) }
      known.set(index, row)
      return row
    },
  }
}
