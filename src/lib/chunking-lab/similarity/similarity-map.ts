import type { FlatVectors } from '../../retrieval/flat-vectors.ts'

/** What a map is made from; plain data, so that a worker can do it. */
export interface MapRequest {
  readonly vectors: FlatVectors
  /** The question's vector, or null. */
  readonly query: Float32Array | null
  readonly method: 'pca' | 'umap'
  /** UMAP's neighbours and seed. */
  readonly neighbours: number
  readonly seed: number
}

/** A place of the map. */
export type Place = readonly [number, number]

/** A map of chunks. */
export interface SimilarityMap {
  readonly method: 'pca' | 'umap'
  readonly points: readonly Place[]
  readonly query: Place | null
  /** Shares of the variance along the two directions; null for UMAP. */
  readonly shares: Place | null
  /** Null where there are too few chunks to measure. */
  readonly trust: MapTrust | null
}

/** How far the neighbours of a map can be trusted. */
export interface MapTrust {
  /** Neighbours that were looked at. */
  readonly k: number
  readonly trustworthiness: number
  readonly continuity: number
  /** Of the k nearest in the picture, how many are among the k nearest of the vectors, on average. */
  readonly kept: number
  /** How many a picture without any meaning would keep: k * k / (points - 1). */
  readonly keptByChance: number
}
