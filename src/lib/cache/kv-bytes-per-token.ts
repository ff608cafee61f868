import type { CacheOptions } from './cache-options.ts'
import { cacheRequest } from './cache-request.ts'
import { cellBytes } from './cell-bytes.ts'
import type { CachingModel } from './kv-cache-bytes.ts'
import { layerGroups } from './layer-groups.ts'

/**
 * Cache bytes that one more token takes in all attention layers, windows not yet full.
 *
 * `sum over layers of K x (d_k x b_k + d_v x b_v)`, or `(rank + rope) x b_k` for a latent. Both
 * formats are f16 when not given.
 *
 * Source: `gqa-2023`. Bytes.
 *
 * @throws RangeError for a quantised row that does not fill its blocks.
 * @example kvBytesPerToken(llama2_7b) // 524_288
 */
export function kvBytesPerToken(
  spec: CachingModel,
  options: Partial<
    Pick<CacheOptions, 'keyFormat' | 'valueFormat' | 'mlaForm' | 'tensorParallel'>
  > = {},
): number {
  if (spec.kind === 'encoder') return 0
  const request = cacheRequest({
    engine: 'transformers',
    tokens: 1,
    sequences: 1,
    keyFormat: 'f16',
    valueFormat: 'f16',
    ...options,
  })
  return layerGroups(spec.layers).reduce((sum, { attention, layers }) => {
    const caches = attention.kind !== 'none' && attention.kind !== 'recurrent'
    return sum + (caches ? layers.length * cellBytes(attention, request) : 0)
  }, 0)
}
