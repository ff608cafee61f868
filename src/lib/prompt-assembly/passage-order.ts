import type { PassageOrder } from './prompt-settings.ts'

/**
 * Puts passages, best first, in the order of the prompt: as they are, the best last (next to the
 * question), or the best at both edges and the weakest in the middle, where models overlook most.
 *
 * Source: `lost-in-the-middle-2023`.
 *
 * @example passageOrder([1, 2, 3, 4, 5], 'best-at-edges') // [1, 3, 5, 4, 2]
 */
export function passageOrder<Item>(ranked: readonly Item[], order: PassageOrder): readonly Item[] {
  if (order === 'best-first') return ranked
  if (order === 'best-last') return ranked.toReversed()
  const front = ranked.filter((_, place) => place % 2 === 0)
  const back = ranked.filter((_, place) => place % 2 === 1)
  return [...front, ...back.toReversed()]
}

/**
 * Moves one item to another place; places beyond the end are the end.
 *
 * @example movedTo(['a', 'b', 'c'], 0, 1) // ['b', 'a', 'c']
 */
export function movedTo<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const moved = items.slice(from, from + 1)
  const others = items.filter((_, place) => place !== from)
  const place = Math.max(0, Math.min(to, others.length))
  return [...others.slice(0, place), ...moved, ...others.slice(place)]
}
