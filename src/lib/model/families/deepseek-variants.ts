import type { ShapeDefaults } from './read-shape.ts'

/** What one generation has by default, and what it has at all. */
export interface Variant {
  readonly shape: ShapeDefaults
  readonly intermediate: number
  readonly denseLayers: number
  readonly experts: number
  readonly perToken: number
  readonly expertSize: number
  readonly shared: number
  readonly queryRank: number
  readonly nope: number
  readonly value: number
  /** A correction bias that the router keeps as a buffer. */
  readonly routerBuffer: boolean
  readonly mlpBias: boolean
  readonly indexer: boolean
}

export const V2: Variant = {
  shape: {
    vocab: 102400,
    hidden: 4096,
    layers: 32,
    heads: 32,
    kvHeads: null,
    headDim: 1,
    strict: false,
    positions: 2048,
    tied: false,
  },
  intermediate: 11008,
  denseLayers: 0,
  experts: 64,
  perToken: 6,
  expertSize: 1407,
  shared: 2,
  queryRank: 1536,
  nope: 128,
  value: 128,
  routerBuffer: false,
  mlpBias: true,
  indexer: false,
}
export const V3: Variant = {
  ...V2,
  shape: { ...V2.shape, vocab: 129280, hidden: 7168, layers: 61, heads: 128, positions: 4096 },
  intermediate: 18432,
  denseLayers: 3,
  experts: 256,
  perToken: 8,
  expertSize: 2048,
  shared: 1,
  routerBuffer: true,
  mlpBias: false,
}
export const V32: Variant = { ...V3, shape: { ...V3.shape, positions: 163840 }, indexer: true }
export const GLM_LITE: Variant = {
  ...V3,
  shape: { ...V3.shape, vocab: 154880, hidden: 2048, layers: 47, heads: 20, positions: 202752 },
  intermediate: 10240,
  denseLayers: 1,
  experts: 64,
  perToken: 4,
  expertSize: 1536,
  queryRank: 768,
  nope: 192,
  value: 256,
}
