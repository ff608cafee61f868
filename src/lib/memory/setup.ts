import type { CacheOptions } from '../cache/cache-options.ts'
import type { Certainty, Working } from '../formula/formula.ts'

export type Engine = 'transformers' | 'llama.cpp' | 'vllm'

export type CacheFormat =
  | 'fp32'
  | 'f16'
  | 'bf16'
  | 'fp8'
  | 'q8_0'
  | 'q5_1'
  | 'q5_0'
  | 'q4_1'
  | 'q4_0'
  | 'iq4_nl'
  | 'int4-raw'

/** What a learner decides about a run. Everything optional has the engine's documented default. */
export interface InferenceSetup {
  readonly engine: Engine
  /** A weight format of `weightBytes`, such as 'bf16' or 'Q4_K_M'. */
  readonly weightFormat: string
  readonly keyFormat: CacheFormat
  readonly valueFormat: CacheFormat
  /** Tokens in the context of each sequence: prompt and answer together. */
  readonly tokens: number
  readonly sequences: number
  readonly flashAttention?: boolean
  /** Physical batch: llama.cpp's n_ubatch (512), vLLM's max_num_batched_tokens (8192). */
  readonly batchTokens?: number
  /** Memory of one device in bytes; with gpuCount devices in tensor parallel. */
  readonly gpuBytes: number
  readonly gpuCount?: number
  /** Share of the device that may be used, 0 to 1 (vLLM's gpu_memory_utilization; 1 elsewhere). */
  readonly utilisation?: number
  /** Fixed overhead per device; null or absent means the engine's default range. */
  readonly overheadBytes?: number | null
  /** False switches the engine's padding and block rounding off, for sums worked by hand. */
  readonly engineRounding?: boolean
  /** Bytes of another model on the same device (the embedder of a RAG). */
  readonly secondModelBytes?: number
  /** Weights from a file whose size the learner typed or dropped, in place of the computed size. */
  readonly knownWeightBytes?: number | null
  /** Finer settings of the engine's cache; absent ones have the engine's default. */
  readonly cache?: CacheSettings
}

/** Settings of a cache that a learner seldom touches. */
export type CacheSettings = Pick<
  CacheOptions,
  'unified' | 'swaFull' | 'slidingStaysF16' | 'blockSize' | 'mlaForm' | 'stateFormat'
>

/** One named part of the memory of one device. `low` and `high` are the band it is sure of. */
export interface MemoryPart {
  readonly id: 'weights' | 'cache' | 'buffers' | 'overhead' | 'second-model'
  readonly bytes: number
  readonly low: number
  readonly high: number
  readonly certainty: Certainty
  readonly working: readonly Working[]
}

export interface InferenceMemory {
  /** Per device. */
  readonly parts: readonly MemoryPart[]
  readonly total: number
  readonly band: readonly [number, number]
  /** gpuBytes x utilisation. */
  readonly budget: number
  /** budget - total; negative when it does not fit. */
  readonly spare: number
  /** 'fits' when even the high end fits, 'tight' when only the low end does, else 'no'. */
  readonly verdict: 'fits' | 'tight' | 'no'
}
