import { byScore } from './by-score.ts'
import type { ScoredId } from './by-score.ts'

export interface WeightedList<Id> {
  readonly scores: readonly ScoredId<Id>[]
  readonly weight: number
}

/**
 * Weighted fusion of scores: each list's scores over the largest of the list, times the list's
 * weight, added. It is not reciprocal rank fusion: scores decide, not ranks, and one outlier at the
 * top presses the rest of its list together. Scores below 0 count as 0.
 *
 * Formula: `sum weight x score / max score`. Units: none, up to the sum of the weights.
 *
 * @throws RangeError when a weight is no number from 0 or a score is not finite
 * @example maxNormalisedFusion([
 *   { weight: 0.5, scores: [{ id: 'a', score: 8 }, { id: 'b', score: 4 }] },
 *   { weight: 0.5, scores: [{ id: 'b', score: 0.9 }] },
 * ]) // [{ id: 'b', score: 0.75 }, { id: 'a', score: 0.5 }]
 */
export function maxNormalisedFusion<Id>(
  lists: readonly WeightedList<Id>[],
): readonly ScoredId<Id>[] {
  const sums = new Map<Id, number>()
  for (const { scores, weight } of lists) {
    checkList({ scores, weight })
    const most = scores.reduce((largest, { score }) => Math.max(largest, score), 0)
    for (const { id, score } of scores) {
      const share = most > 0 ? Math.max(0, score) / most : 0
      sums.set(id, (sums.get(id) ?? 0) + weight * share)
    }
  }
  return byScore(sums)
}

function checkList<Id>({ scores, weight }: WeightedList<Id>): void {
  if (!Number.isFinite(weight) || weight < 0) {
    throw new RangeError(`A weight is ${weight}; it must be a number, 0 or more.`)
  }
  if (scores.some(({ score }) => !Number.isFinite(score))) {
    throw new RangeError('A score is not finite, so no score of its list can be normalised.')
  }
}
