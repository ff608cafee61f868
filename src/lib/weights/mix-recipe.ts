import type { GgmlTypeName } from '../gguf/ggml-types.ts'

/** What llama.cpp's quantiser tells apart: the place a tensor has in the model. */
export type TensorCategory =
  | 'token-embedding'
  | 'output'
  | 'attn-q'
  | 'attn-k'
  | 'attn-v'
  | 'attn-qkv'
  | 'attn-kv-b'
  | 'attn-out'
  | 'ffn-up'
  | 'ffn-gate'
  | 'ffn-down'
  | 'other'

/**
 * A condition of a rule, over the tensor's index i among n of its category and the model's facts.
 * `more-bits` is llama.cpp's choice of the outer quarter of the layers and each third in between.
 */
export type MixCondition =
  | 'first-2'
  | 'first-4'
  | 'first-sixteenth'
  | 'first-eighth'
  | 'middle'
  | 'more-bits'
  | 'gqa-4'
  | 'experts-4'
  | 'experts-8'
  | 'not-experts-8'
  | 'imatrix'
  | 'no-imatrix'
  | 'falcon'
  | 'not-falcon'
  | 'stacked'

/** Gives `type` when every condition holds; the first rule of a category that holds wins. */
export interface MixRule {
  readonly when?: readonly MixCondition[]
  readonly type: GgmlTypeName
}

/** How a file type of llama.cpp spreads storage types over the tensors. */
export interface MixRecipe {
  /** Type of every tensor that no rule names. */
  readonly base: GgmlTypeName
  /** Type of the output matrix, or of the embedding where the two are one. */
  readonly output: GgmlTypeName
  readonly rules: Readonly<Partial<Record<TensorCategory, readonly MixRule[]>>>
  /** Rule of a fused q, k, v matrix in builds before February 2026, which treated it apart. */
  readonly fusedBefore2026?: GgmlTypeName
  /** True for the recipes of 2.7 bits and less, which skip the special cases of attention. */
  readonly low: boolean
  /** Builds that quantise with these refuse to run without an importance matrix. */
  readonly needsImatrix: boolean
}
