import { buildGraph } from '../retrieval/hnsw/build-graph.ts'
import type { HnswGraph } from '../retrieval/hnsw/graph.ts'
import type { VectorTable } from './pipeline-input.ts'

/** Few links, so that the trade shows on a document's few passages. */
const OPTIONS = { links: 4, efConstruction: 20, seed: 1 }

const known = new WeakMap<Float32Array, HnswGraph>()

/**
 * The graph over a table of vectors, built once for each table.
 *
 * Source: `hnsw-2016`.
 *
 * @throws RangeError when the table is no whole number of rows
 * @example vectorGraph({ values: Float32Array.of(1, 0, 0, 1), dimensions: 2 }).rows // 2
 */
export function vectorGraph({ values, dimensions }: VectorTable): HnswGraph {
  const made = known.get(values)
  if (made?.dimensions === dimensions) return made
  const graph = buildGraph(values, dimensions, OPTIONS)
  known.set(values, graph)
  return graph
}
