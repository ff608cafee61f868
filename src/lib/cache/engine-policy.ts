import type { CacheRequest } from './cache-options.ts'

/**
 * An engine as pure rules: how many cells a layer holds and how a fixed state is stored. Bytes per
 * cell are the same for all engines and are not here.
 */
export interface EnginePolicy {
  /** Cells of a layer that sees the whole context, all sequences together. */
  readonly fullCells: (request: CacheRequest) => number
  /** Cells of a layer that sees `window` tokens, all sequences together. */
  readonly slidingCells: (request: CacheRequest, window: number) => number
  /** Columns of a short convolution that are kept. */
  readonly convolutionColumns: (kernel: number) => number
  /** Bytes of one number of the convolution's columns. */
  readonly convolutionBytes: (request: CacheRequest) => number
  /** Bytes of one number of the recurrent state. */
  readonly recurrentBytes: (request: CacheRequest) => number
}
