import type { ScoredRow } from '../scored-row.ts'
import { closer } from './graph.ts'
import type { HnswGraph } from './graph.ts'
import type { Measure } from './measure.ts'
import { priorityQueue } from './priority-queue.ts'

export interface LevelSearch {
  readonly links: HnswGraph['links']
  readonly level: number
  readonly from: readonly ScoredRow[]
  /** How many of the best are kept; the search ends when no open one is better than the worst. */
  readonly ef: number
  readonly measure: Measure
}

/**
 * Walks one level of the graph from given rows towards the query and gives the best `ef` rows that
 * it met, best first. The more are kept, the more detours are followed.
 *
 * Source: `hnsw-2016`.
 *
 * @example searchLevel({ links, level: 0, from: [measure.of(entry)], ef: 10, measure })
 */
export function searchLevel({
  links,
  level,
  from,
  ef,
  measure,
}: LevelSearch): readonly ScoredRow[] {
  const visited = new Set(from.map(({ index }) => index))
  const open = priorityQueue(closer)
  const kept = priorityQueue<ScoredRow>((one, other) => closer(other, one))
  const meet = (row: ScoredRow): void => {
    const worst = kept.first()
    if (kept.size() >= ef && worst !== undefined && closer(row, worst) > 0) return
    open.push(row)
    kept.push(row)
    if (kept.size() > ef) kept.pop()
  }
  from.forEach(meet)
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    const worst = kept.first()
    if (kept.size() >= ef && worst !== undefined && closer(row, worst) > 0) break
    for (const neighbour of links[row.index]?.[level] ?? []) {
      if (visited.has(neighbour)) continue
      visited.add(neighbour)
      meet(measure.of(neighbour))
    }
  }
  return kept.items().toSorted(closer)
}
