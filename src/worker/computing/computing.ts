import type { CosineMatrix } from '../../lib/chunking-lab/similarity/cosine-matrix.ts'
import type { FlatVectors } from '../../lib/retrieval/flat-vectors.ts'
import type { PairSummary } from '../../lib/chunking-lab/similarity/pair-summary.ts'
import type { MapRequest, SimilarityMap } from '../../lib/chunking-lab/similarity/similarity-map.ts'

/** The cosines of all pairs, and what they are in a few numbers; null for a single chunk. */
export interface Cosines {
  readonly matrix: CosineMatrix
  readonly summary: PairSummary | null
}

/** What can be computed away from the page's own thread, each with what it is made from. */
export interface Computations {
  readonly cosines: { readonly from: FlatVectors; readonly to: Cosines }
  readonly map: { readonly from: MapRequest; readonly to: SimilarityMap }
}

export type ComputationName = keyof Computations

/** A question to the worker. */
export type Computation = {
  [Name in ComputationName]: { readonly name: Name; readonly from: Computations[Name]['from'] }
}[ComputationName]
