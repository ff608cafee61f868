import { meanOf } from '../../statistics/mean-of.ts'
import { topK } from '../top-k.ts'
import type { HnswGraph } from './graph.ts'
import { searchGraph } from './search-graph.ts'

export interface WorkPoint {
  readonly ef: number
  /** Mean share of the exact first k that the graph finds. */
  readonly recall: number
  /** Mean number of rows compared with a query. */
  readonly comparisons: number
}

/**
 * What approximate search costs and misses: for each ef, the share of the exact first k that the
 * graph finds and the rows that it compares, averaged over queries.
 *
 * Units: share of 1; rows. Source: `hnsw-2016`.
 *
 * @throws RangeError when there is no query, or a number is out of its range
 * @example recallAgainstWork(graph, queries, { k: 10, efs: [10, 50] })[1].recall
 */
export function recallAgainstWork(
  graph: HnswGraph,
  queries: readonly Float32Array[],
  { k, efs }: { readonly k: number; readonly efs: readonly number[] },
): readonly WorkPoint[] {
  const exact = queries.map(
    (query) => new Set(topK(query, graph.vectors, graph.dimensions, k).map(({ index }) => index)),
  )
  return efs.map((ef) => {
    const searches = queries.map((query) => searchGraph(graph, query, k, ef))
    const recalls = searches.map(({ hits }, place) => {
      const wanted = exact[place] ?? new Set()
      return wanted.size === 0
        ? 1
        : hits.filter(({ index }) => wanted.has(index)).length / wanted.size
    })
    return {
      ef,
      recall: meanOf(recalls),
      comparisons: meanOf(searches.map(({ comparisons }) => comparisons)),
    }
  })
}
