import { checkVectors } from './check-vectors.ts'
import { rowDot } from './row-dot.ts'
import type { ScoredRow } from './scored-row.ts'

/**
 * Exact search: the k rows of a flat table of vectors with the largest dot product with the query,
 * best first. With vectors of length 1 that is cosine similarity. Every row is compared; of equal
 * rows the earlier wins.
 *
 * Formula: the largest of `sum query_i row_i`. Units: none. Source: `sklearn-cosine`.
 *
 * @throws RangeError when query and table do not fit together, or k is no whole number from 0
 * @example topK(Float32Array.of(1, 0), Float32Array.of(0, 1, 1, 0, 0.5, 0.5), 2, 2)
 * // [{ index: 1, score: 1 }, { index: 2, score: 0.5 }]
 */
export function topK(
  query: Float32Array,
  vectors: Float32Array,
  dimensions: number,
  k: number,
): readonly ScoredRow[] {
  const rows = checkVectors(query, vectors, dimensions)
  if (!Number.isInteger(k) || k < 0) {
    throw new RangeError(`k is ${k}; it must be a whole number, 0 or more.`)
  }
  const size = Math.min(k, rows)
  if (size === 0) return []
  const scores = new Float64Array(size).fill(-Infinity)
  const indexes = new Int32Array(size)
  let held = 0
  let least = -Infinity
  for (let row = 0, start = 0; row < rows; row++, start += dimensions) {
    const score = rowDot(query, vectors, start, dimensions)
    if (held === size && score <= least) continue
    held = insert(scores, indexes, held, { index: row, score })
    if (held === size) least = scores[size - 1] ?? -Infinity
  }
  return Array.from(indexes, (index, place) => ({ index, score: scores[place] ?? 0 }))
}

/** Puts a row at its place among the best so far; rows of equal score keep their order. */
function insert(
  scores: Float64Array,
  indexes: Int32Array,
  held: number,
  { index, score }: ScoredRow,
): number {
  let place = Math.min(held, scores.length - 1)
  while (place > 0 && (scores[place - 1] ?? 0) < score) {
    scores[place] = scores[place - 1] ?? 0
    indexes[place] = indexes[place - 1] ?? 0
    place -= 1
  }
  scores[place] = score
  indexes[place] = index
  return Math.min(held + 1, scores.length)
}
