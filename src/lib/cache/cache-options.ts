import type { CacheFormat, Engine } from '../memory/setup.ts'

/** What decides the size of a cache beyond the model itself. */
export interface CacheOptions {
  readonly engine: Engine
  /** Tokens in the context of each sequence: prompt and answer together. */
  readonly tokens: number
  readonly sequences: number
  readonly keyFormat: CacheFormat
  readonly valueFormat: CacheFormat
  /** Type of the model's activations, in which transformers and vLLM keep short convolutions. */
  readonly stateFormat?: CacheFormat
  /**
   * llama.cpp: one pool of cells for all sequences (the server's default) or one stream a
   * sequence. It matters to sliding layers and to rounding.
   */
  readonly unified?: boolean
  /** llama.cpp: n_ctx, the cells of all sequences together, in place of tokens x sequences. */
  readonly contextTokens?: number
  /** llama.cpp's n_ubatch (512) or vLLM's max_num_batched_tokens (8192). */
  readonly batchTokens?: number
  /** llama.cpp's --swa-full: sliding layers keep the whole context. */
  readonly swaFull?: boolean
  /**
   * llama.cpp: cells are rounded up to whole multiples of this: 256; builds until autumn 2025 took
   * 32 without flash attention.
   */
  readonly cellMultiple?: number
  /** llama.cpp: sliding layers stay f16 when a quantised type is asked for (some builds of 2026). */
  readonly slidingStaysF16?: boolean
  /** vLLM: tokens in a block, 16. */
  readonly blockSize?: number
  /** Devices that share the heads; the result is for one of them. */
  readonly tensorParallel?: number
  /**
   * How multi-head latent attention is stored: the latent (all engines today), the latent with a
   * copy of it as values (llama.cpp until January 2026), or per head.
   */
  readonly mlaForm?: 'latent' | 'latent-kv' | 'expanded'
  /** False leaves out padding, blocks and batch margins, for sums worked by hand. */
  readonly rounding?: boolean
}

/** The options with every default filled in. */
export interface CacheRequest extends Required<Omit<CacheOptions, 'contextTokens'>> {
  /** Name of the architecture, where the caller knows it. */
  readonly family: string | undefined
  readonly contextTokens: number
}
