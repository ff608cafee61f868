import { vectorRows } from '../../lib/retrieval/flat-vectors.ts'
import { mapTrust } from '../../lib/chunking-lab/similarity/map-trust.ts'
import { asPlace } from '../../lib/chunking-lab/similarity/pca-map.ts'
import { questionPlace } from '../../lib/chunking-lab/similarity/question-place.ts'
import type { MapRequest, SimilarityMap } from '../../lib/chunking-lab/similarity/similarity-map.ts'
import { usedNeighbours } from '../../lib/chunking-lab/similarity/used-neighbours.ts'
import { distancesOf, nearestTo } from '../../lib/projection/distances.ts'
import { seededRandom } from '../../lib/sampling/seeded-random.ts'

/**
 * A UMAP of chunks, from their exact neighbours. The same request always gives the same map.
 *
 * Units: none; the axes mean nothing.
 */
export async function umapMap(request: MapRequest): Promise<SimilarityMap> {
  const { vectors, query, neighbours, seed } = request
  const { UMAP } = await import('umap-js')
  const rows = vectorRows(vectors)
  const near = usedNeighbours(neighbours, rows.length)
  const umap = new UMAP({ nComponents: 2, nNeighbors: near, random: seededRandom(seed) })
  const distances = distancesOf(rows)
  // A point is its own first neighbour there.
  const indexes = rows.map((_, point) => [point, ...nearestTo(distances, point, near - 1)])
  umap.setPrecomputedKNN(
    indexes,
    indexes.map((others, point) =>
      others.map((other) => Math.sqrt(distances.squared[point * rows.length + other] ?? 0)),
    ),
  )
  const points = umap.fit(rows.map((row) => Array.from(row))).map(asPlace)
  return {
    method: 'umap',
    points,
    query: query === null ? null : questionPlace(query, rows, points),
    shares: null,
    trust: mapTrust(distances, distancesOf(points)),
  }
}
