import type { Working } from '../formula/formula.ts'
import type { MixOptions } from './mix-types.ts'

export interface WeightOptions extends MixOptions {
  /** GPUs that share the weights, each tensor cut by rows or columns: bytes of one GPU. */
  readonly tensorParallel?: number
  /** True when the output matrix is quantised like the linear layers (LitGPT does). */
  readonly quantizeHead?: boolean
  /**
   * True where a tied output stays one with the table whatever the format, as vLLM keeps it. FP8
   * checkpoints hold a copy of it at 16 bits, which transformers loads.
   */
  readonly sharedHead?: boolean
  /** Weights that share a scale: 128 for GPTQ and AWQ, 64 for NF4 when absent. */
  readonly groupSize?: number
  /** Bytes of a file's header and tokenizer to add; absent means none: what the GPU holds. */
  readonly fileMetadataBytes?: number
}

/** The tensors of one storage type. */
export interface WeightShare {
  readonly type: string
  readonly tensors: number
  readonly elements: number
  readonly bytes: number
}

export interface WeightDetail {
  readonly bytes: number
  readonly bitsPerWeight: number
  /** Largest share first. */
  readonly byType: readonly WeightShare[]
  readonly trace: Working
}
