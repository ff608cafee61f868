import type { Certainty } from '../formula/formula.ts'
import type { CacheFormat, Engine } from '../memory/setup.ts'

export interface CacheFormatFacts {
  /** Numbers that share one block (and its scale); 1 for plain types. */
  readonly blockElements: number
  /** Bytes of one block, its scale included. */
  readonly blockBytes: number
  /** Engines that can store a cache this way. */
  readonly engines: readonly Engine[]
  readonly certainty: Certainty
  /** Key of `src/content/sources.yaml`. */
  readonly source: string
}

const EVERY_ENGINE: readonly Engine[] = ['transformers', 'llama.cpp', 'vllm']
const plain = (blockBytes: number, engines: readonly Engine[]): CacheFormatFacts => ({
  blockElements: 1,
  blockBytes,
  engines,
  certainty: 'exact',
  source: 'vllm-kv-cache-interface',
})
const ggml = (blockBytes: number): CacheFormatFacts => ({
  blockElements: 32,
  blockBytes,
  engines: ['llama.cpp'],
  certainty: 'exact',
  source: 'ggml-block-types',
})

/**
 * Exact storage of one cached number in each format: `blockBytes / blockElements` bytes.
 *
 * The quantised types keep a 16-bit scale (and `_1` types a 16-bit minimum) for every 32 numbers,
 * which is why q8_0 costs 34/32 = 1.0625 bytes and not 1. `int4-raw` is four bits and nothing
 * else: no engine stores that, it serves for checking tables that leave the scales out.
 *
 * @example CACHE_FORMATS.q8_0.blockBytes / CACHE_FORMATS.q8_0.blockElements // 1.0625
 */
export const CACHE_FORMATS = {
  fp32: plain(4, EVERY_ENGINE),
  f16: plain(2, EVERY_ENGINE),
  bf16: plain(2, EVERY_ENGINE),
  fp8: plain(1, ['vllm']),
  q8_0: ggml(34),
  q5_1: ggml(24),
  q5_0: ggml(22),
  q4_1: ggml(20),
  q4_0: ggml(18),
  iq4_nl: ggml(18),
  'int4-raw': {
    blockElements: 1,
    blockBytes: 0.5,
    engines: [],
    certainty: 'assumed',
    source: 'ggml-block-types',
  },
} as const satisfies Record<CacheFormat, CacheFormatFacts>
