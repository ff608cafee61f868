import { distancesOf } from '../../projection/distances.ts'
import { pca } from '../../projection/pca.ts'
import { dotProduct } from '../../retrieval/dot-product.ts'
import { vectorRows, type FlatVectors } from '../../retrieval/flat-vectors.ts'
import { mapTrust } from './map-trust.ts'
import type { Place, SimilarityMap } from './similarity-map.ts'

/**
 * The chunks along the two directions in which their vectors spread most. The question has no say in
 * the directions; it is placed along them afterwards.
 *
 * Units: those of the vectors.
 *
 * @throws RangeError when there are fewer than 2 vectors, or the question has another length
 * @example pcaMap(vectors, null).shares // [0.21, 0.12]
 */
export function pcaMap(vectors: FlatVectors, query: Float32Array | null): SimilarityMap {
  const rows = vectorRows(vectors)
  const { mean, components, projected, explainedVarianceRatio } = pca(rows, 2)
  const points = projected.map(asPlace)
  const centred = query === null ? null : mean.map((middle, at) => (query[at] ?? 0) - middle)
  return {
    method: 'pca',
    points,
    query: centred === null ? null : asPlace(components.map((axis) => dotProduct(axis, centred))),
    shares: asPlace(explainedVarianceRatio),
    trust: mapTrust(distancesOf(rows), distancesOf(points)),
  }
}

/** The first two numbers. */
export const asPlace = ([x = 0, y = 0]: readonly number[]): Place => [x, y]
