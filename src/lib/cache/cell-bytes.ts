import type { CacheRequest } from './cache-options.ts'
import { type CachingAttention, cellValues } from './cell-values.ts'

/**
 * Bytes that one token takes in one attention layer of one device.
 *
 * `K x (d_k x b_k + d_v x b_v)` for heads, `(rank + rope) x b_k` for a latent.
 *
 * Source: `gqa-2023`, `vllm-kv-cache-interface`.
 *
 * @throws RangeError for a quantised row that does not fill its blocks.
 * @example cellBytes(llama3Layer, request) // 4096 for 8 heads of 128 in f16
 */
export function cellBytes(attention: CachingAttention, request: CacheRequest): number {
  const { formula, values } = cellValues(attention, request)
  return formula.evaluate(values)
}
