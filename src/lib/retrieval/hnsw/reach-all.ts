import type { ScoredRow } from '../scored-row.ts'
import { closer } from './graph.ts'
import type { GrowingGraph } from './graph.ts'
import { measure } from './measure.ts'

/**
 * Makes every row reachable from the entry on the lowest level. Where links were dropped, a row can
 * be cut off; it is then linked with the nearest row that is reached. So a search that keeps as many
 * candidates as there are rows is exact.
 *
 * @example reachAll(graph) // adds links to the graph
 */
export function reachAll(graph: GrowingGraph): void {
  const { vectors, dimensions, links, entry } = graph
  if (entry < 0) return
  const reached = new Set([entry])
  walk(links, entry, reached)
  for (const index of links.keys()) {
    if (reached.has(index)) continue
    const query = vectors.subarray(index * dimensions, (index + 1) * dimensions)
    const { of } = measure(query, vectors, dimensions)
    let best: ScoredRow | null = null
    for (const other of reached) {
      const row = of(other)
      if (best === null || closer(row, best) < 0) best = row
    }
    if (best !== null) links[best.index]?.[0]?.push(index)
    reached.add(index)
    walk(links, index, reached)
  }
}

function walk(links: GrowingGraph['links'], from: number, reached: Set<number>): void {
  const open = [from]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    for (const neighbour of links[index]?.[0] ?? []) {
      if (reached.has(neighbour)) continue
      reached.add(neighbour)
      open.push(neighbour)
    }
  }
}
