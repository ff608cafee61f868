import { checkVectors } from '../check-vectors.ts'
import type { ScoredRow } from '../scored-row.ts'
import type { HnswGraph } from './graph.ts'
import { measure } from './measure.ts'
import { searchLevel } from './search-level.ts'

/** What an approximate search found, and the work it took. */
export interface GraphSearch {
  readonly hits: readonly ScoredRow[]
  /** Rows compared with the query; exact search compares all. */
  readonly comparisons: number
  /** The row that each upper level led to, from the highest down. */
  readonly path: readonly number[]
}

/**
 * Approximate search in a graph: walks from its entry down the levels, then keeps the best `ef` rows
 * on the lowest level and gives the first k of them. It may miss a near row that no walk meets; a
 * larger ef finds more and compares more, and with ef at the number of rows it is exact.
 *
 * Units: scores are dot products. Source: `hnsw-2016`.
 *
 * @throws RangeError when the query has another length than the rows, or k or ef is no whole number
 * above 0
 * @example searchGraph(graph, query, 10, 50).comparisons
 */
export function searchGraph(
  graph: HnswGraph,
  query: Float32Array,
  k: number,
  ef: number = k,
): GraphSearch {
  const { vectors, dimensions, links, entry } = graph
  checkVectors(query, vectors, dimensions)
  for (const [name, value] of Object.entries({ k, ef })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`${name} is ${value}; it must be a whole number above 0.`)
    }
  }
  if (entry < 0) return { hits: [], comparisons: 0, path: [] }
  const compare = measure(query, vectors, dimensions)
  const start = compare.of(entry)
  let nearest = start
  const path: number[] = []
  for (let level = (links[entry]?.length ?? 1) - 1; level > 0; level--) {
    const found = searchLevel({ links, level, from: [nearest], ef: 1, measure: compare })
    nearest = found[0] ?? nearest
    path.push(nearest.index)
  }
  const from = nearest === start ? [start] : [nearest, start]
  const kept = searchLevel({ links, level: 0, from, ef: Math.max(k, ef), measure: compare })
  return { hits: kept.slice(0, k), comparisons: compare.count(), path }
}
