/** How a document fared from one ranking to the next. Ranks count from 1. */
export interface RankChange<Id> {
  readonly id: Id
  /** Null: not in the first ranking. */
  readonly before: number | null
  /** Null: no longer in the second. */
  readonly after: number | null
  readonly kind: 'up' | 'down' | 'same' | 'entered' | 'left'
  /** Ranks won (above 0) or lost; 0 for those that entered or left. */
  readonly places: number
}

export interface RankChangeRequest<Id> {
  readonly before: readonly Id[]
  readonly after: readonly Id[]
  /** How deep both are looked at: a document below it has left, or has not entered. */
  readonly depth?: number
}

/**
 * What moved between two rankings: the lines between two stages of a search. First the second
 * ranking in its order, then those that left it, in the order of the first.
 *
 * Units: ranks.
 *
 * @throws RangeError when the depth is no whole number from 0
 * @example rankChanges({ before: ['a', 'b'], after: ['b', 'c'] }).map(({ id, kind }) => `${id} ${kind}`)
 * // ['b up', 'c entered', 'a left']
 */
export function rankChanges<Id>({
  before,
  after,
  depth = Math.max(before.length, after.length),
}: RankChangeRequest<Id>): readonly RankChange<Id>[] {
  if (!Number.isInteger(depth) || depth < 0) {
    throw new RangeError(`The depth is ${depth}; it must be a whole number, 0 or more.`)
  }
  const old = ranksOf(before.slice(0, depth))
  const now = ranksOf(after.slice(0, depth))
  const stayed = [...now].map(([id, rank]) => change(id, old.get(id) ?? null, rank))
  const left = [...old].filter(([id]) => !now.has(id)).map(([id, rank]) => change(id, rank, null))
  return [...stayed, ...left]
}

/** The rank of each name, the first one where it is named twice. */
function ranksOf<Id>(ranking: readonly Id[]): ReadonlyMap<Id, number> {
  const ranks = new Map<Id, number>()
  for (const [place, id] of ranking.entries()) if (!ranks.has(id)) ranks.set(id, place + 1)
  return ranks
}

function change<Id>(id: Id, before: number | null, after: number | null): RankChange<Id> {
  if (before === null) return { id, before, after, kind: 'entered', places: 0 }
  if (after === null) return { id, before, after, kind: 'left', places: 0 }
  const places = before - after
  const kind = places > 0 ? 'up' : places < 0 ? 'down' : 'same'
  return { id, before, after, kind, places }
}
