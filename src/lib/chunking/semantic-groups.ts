import type { Span } from './chunk.ts'
import type { Ruler } from './ruler.ts'

/** Sentences that stay together, and the distance to the next group. */
export interface SemanticGroup extends Span {
  /** Distance over which the group was cut off; undefined at the end of the text. */
  readonly distance?: number
}

/**
 * Groups sentences between the places where `distances[i]` is above the threshold. A group of fewer
 * than `minimum` units takes in the next sentences; a last group that is too small joins the one
 * before it.
 *
 * @example
 * semanticGroups({ sentences, distances: [0.1, 0.6], threshold: 0.5, minimum: 0, ruler }).length // 2
 */
export function semanticGroups({
  sentences,
  distances,
  threshold,
  minimum,
  ruler,
}: {
  readonly sentences: readonly Span[]
  readonly distances: readonly number[]
  readonly threshold: number
  readonly minimum: number
  readonly ruler: Ruler
}): readonly SemanticGroup[] {
  const groups: SemanticGroup[] = []
  let start = 0
  for (const [index, { end }] of sentences.entries()) {
    const distance = distances[index]
    const last = index === sentences.length - 1
    const large = ruler.units(start, end) >= minimum
    if (last) {
      const before = large ? undefined : groups.pop()
      groups.push({ start: before?.start ?? start, end })
    } else if (large && distance !== undefined && distance > threshold) {
      groups.push({ start, end, distance })
      start = end
    }
  }
  return groups
}
