/** A name with its score. */
export interface ScoredId<Id> {
  readonly id: Id
  readonly score: number
}

/**
 * Best first; of equal scores the one that was met first stays first.
 *
 * @example byScore(new Map([['a', 1], ['b', 2]])) // [{ id: 'b', score: 2 }, { id: 'a', score: 1 }]
 */
export function byScore<Id>(scores: ReadonlyMap<Id, number>): readonly ScoredId<Id>[] {
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .sort((one, other) => other.score - one.score)
}
