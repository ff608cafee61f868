import type { TensorCategory } from './mix-recipe.ts'

/** One tensor of a GGUF file as llama.cpp's converter writes it, before its type is chosen. */
export interface StoredTensor {
  /** Name in the file, such as 'blk.3.attn_q.weight'. */
  readonly name: string
  readonly layer: number
  /** Columns (inputs) first, as the file counts: columns, rows, experts. */
  readonly dims: readonly number[]
  readonly category: TensorCategory
  /** False for vectors, norms, routers and the like, which stay F32. */
  readonly quantisable: boolean
}

/** Facts of the model that the mix depends on. */
export interface MixModel {
  readonly layers: number
  /** Query heads for each key head of the first layer, 0 when that layer has none. */
  readonly gqa: number
  /** Routed experts of a layer, 0 for dense models. */
  readonly experts: number
  readonly falcon: boolean
  /** 80 layers with grouped queries: llama.cpp raises the values of these. */
  readonly seventyB: boolean
  /** True where the embedding serves as output. */
  readonly tied: boolean
}
