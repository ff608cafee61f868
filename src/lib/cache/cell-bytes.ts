import type { CacheFormat } from '../memory/setup.ts'
import type { FullAttention, MlaAttention, SlidingAttention } from '../model/spec.ts'
import type { CacheRequest } from './cache-options.ts'
import { CACHE_FORMATS } from './cache-formats.ts'
import { rowBytes } from './row-bytes.ts'

/**
 * Bytes that one token takes in one attention layer of one device.
 *
 * Heads: `K x (d_k x b_k + d_v x b_v)` with `K = max(1, ceil(kvHeads / tensorParallel))`, so that
 * fewer key heads than devices are duplicated. Latent attention: `(rank + rope) x b_k`, the same
 * on every device; in the expanded form `H x ((nope + rope) x b_k + v x b_v)`.
 *
 * Source: Ainslie et al. 2023 (GQA), DeepSeek-V2 2024 section 2.1 (MLA).
 *
 * @example cellBytes(llama3Layer, request) // 4096 for 8 heads of 128 in f16
 */
export function cellBytes(
  attention: FullAttention | SlidingAttention | MlaAttention,
  request: CacheRequest,
): number {
  const { tensorParallel, mlaForm } = request
  const held = (format: CacheFormat): CacheFormat =>
    attention.kind === 'sliding' && request.slidingStaysF16 && isQuantized(format) ? 'f16' : format
  const keyFormat = held(request.keyFormat)
  const valueFormat = held(request.valueFormat)
  if (attention.kind === 'mla' && mlaForm === 'latent') {
    return rowBytes(attention.kvLoraRank + attention.ropeHeadDim, keyFormat)
  }
  const expanded = attention.kind === 'mla'
  const allHeads = expanded ? attention.heads : attention.kvHeads
  const keyDim = expanded ? attention.nopeHeadDim + attention.ropeHeadDim : attention.headDim
  const heads = Math.max(1, Math.ceil(allHeads / tensorParallel))
  return rowBytes(heads * keyDim, keyFormat) + rowBytes(heads * attention.valueHeadDim, valueFormat)
}

const isQuantized = (format: CacheFormat): boolean => CACHE_FORMATS[format].blockElements > 1
