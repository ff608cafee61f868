import { seededRandom } from '../../sampling/seeded-random.ts'
import { checkVectors } from '../check-vectors.ts'
import type { ScoredRow } from '../scored-row.ts'
import { chooseNeighbours } from './choose-neighbours.ts'
import { closer } from './graph.ts'
import type { GraphOptions, GrowingGraph, HnswGraph } from './graph.ts'
import { measure } from './measure.ts'
import { reachAll } from './reach-all.ts'
import { searchLevel } from './search-level.ts'

/** The defaults of pgvector. */
const LINKS = 16
const EF_CONSTRUCTION = 64
/** A row chooses anew only when it has so much too many links: choosing costs more than it saves. */
const SLACK = 1.25

/**
 * Builds a graph for approximate search (HNSW): every row is linked with near rows, a few rows also
 * on sparser levels above, on which a search takes long steps. Vectors are compared by dot product;
 * give vectors of length 1. The same seed gives the same graph.
 *
 * Formula: a row's highest level is `floor(-ln(u) / ln(links))`, u drawn from 0 to 1.
 * Source: `hnsw-2016`.
 *
 * @throws RangeError when the vectors are no whole number of rows, or an option is out of its range
 * @example searchGraph(buildGraph(Float32Array.of(1, 0, 0, 1), 2), Float32Array.of(0, 1), 1).hits
 * // [{ index: 1, score: 1 }]
 */
export function buildGraph(
  vectors: Float32Array,
  dimensions: number,
  { links = LINKS, efConstruction = EF_CONSTRUCTION, seed = 1 }: GraphOptions = {},
): HnswGraph {
  const empty = new Float32Array(Math.max(0, Math.floor(dimensions) || 0))
  const rows = checkVectors(empty, vectors, dimensions)
  if (!Number.isInteger(links) || links < 2) {
    throw new RangeError(`A row gets ${links} links; there must be a whole number from 2.`)
  }
  if (!Number.isInteger(efConstruction) || efConstruction < 1) {
    throw new RangeError(`efConstruction is ${efConstruction}; it must be a whole number above 0.`)
  }
  const random = seededRandom(seed)
  const graph: GrowingGraph = { vectors, dimensions, links: [], entry: -1 }
  let comparisons = 0
  for (let row = 0; row < rows; row++) {
    const level = Math.floor(-Math.log(1 - random()) / Math.log(links))
    comparisons += insert(graph, { row, level, links, efConstruction })
  }
  reachAll(graph)
  return { ...graph, rows, comparisons }
}

interface Insertion {
  readonly row: number
  readonly level: number
  readonly links: number
  readonly efConstruction: number
}

/** Links a row into the graph; gives how many rows it was compared with. */
function insert(graph: GrowingGraph, { row, level, links, efConstruction }: Insertion): number {
  const { vectors, dimensions, entry } = graph
  const query = vectors.subarray(row * dimensions, (row + 1) * dimensions)
  const compare = measure(query, vectors, dimensions)
  const top = (graph.links[entry]?.length ?? 0) - 1
  graph.links.push(Array.from({ length: level + 1 }, () => []))
  let from: readonly ScoredRow[] = entry < 0 ? [] : [compare.of(entry)]
  for (let at = top; at > level; at--) {
    from = searchLevel({ links: graph.links, level: at, from, ef: 1, measure: compare })
  }
  for (let at = Math.min(top, level); at >= 0; at--) {
    from = searchLevel({
      links: graph.links,
      level: at,
      from,
      ef: efConstruction,
      measure: compare,
    })
    connect(graph, { row, level: at, candidates: from, links })
  }
  if (level > top) graph.entry = row
  return compare.count()
}

interface Connection {
  readonly row: number
  readonly level: number
  readonly candidates: readonly ScoredRow[]
  readonly links: number
}

/** Links both ways; a neighbour with too many links chooses anew. */
function connect(graph: GrowingGraph, { row, level, candidates, links }: Connection): void {
  const { vectors, dimensions } = graph
  const most = level === 0 ? 2 * links : links
  const own = chooseNeighbours(graph, candidates, links)
  graph.links[row]?.[level]?.push(...own)
  for (const neighbour of own) {
    const list = graph.links[neighbour]?.[level]
    if (list === undefined) continue
    list.push(row)
    if (list.length <= SLACK * most) continue
    const query = vectors.subarray(neighbour * dimensions, (neighbour + 1) * dimensions)
    const { of } = measure(query, vectors, dimensions)
    list.splice(0, list.length, ...chooseNeighbours(graph, list.map(of).sort(closer), most))
  }
}
