import { dotProduct } from '../../retrieval/dot-product.ts'
import { meanOf } from '../../statistics/mean-of.ts'
import type { Place } from './similarity-map.ts'

/** So many nearest chunks decide where the question stands. */
export const NEAREST = 3

/**
 * Where a question stands on a map that has no rule for new points: in the middle of the chunks
 * nearest to it. Null on an empty map.
 *
 * Formula: mean of the places of the three chunks with the largest dot product.
 *
 * @throws RangeError when question and chunks come from different models
 * @example questionPlace([1, 0], [[1, 0]], [[4, 5]]) // [4, 5]
 */
export function questionPlace(
  query: ArrayLike<number>,
  rows: readonly ArrayLike<number>[],
  points: readonly Place[],
): Place | null {
  const nearest = rows
    .map((row, index) => ({ index, score: dotProduct(query, row) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, NEAREST)
    .flatMap(({ index }) => points.slice(index, index + 1))
  if (nearest.length === 0) return null
  const mean = (axis: 0 | 1) => meanOf(nearest.map((place) => place[axis]))
  return [mean(0), mean(1)]
}
