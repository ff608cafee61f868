import type { CachingModel } from './kv-cache-bytes.ts'
import type { CacheOptions } from './cache-options.ts'
import { cacheRequest } from './cache-request.ts'
import { layerGroups } from './layer-groups.ts'
import { vllmLayout } from './vllm-layout.ts'

/** What decides how many blocks vLLM makes of the memory that is left to it. */
export type VllmCapacityOptions = Pick<CacheOptions, 'keyFormat' | 'valueFormat'> &
  Partial<Pick<CacheOptions, 'stateFormat' | 'blockSize' | 'tensorParallel' | 'mlaForm'>> & {
    /** 'Available KV cache memory' of one device, in bytes. */
    readonly availableBytes: number
  }

/** The numbers vLLM prints when it starts. */
export interface VllmCapacity {
  /** '# GPU blocks'. */
  readonly blocks: number
  /** 'GPU KV cache size: N tokens'. */
  readonly tokens: number
}

/**
 * Blocks and tokens that vLLM prints for the cache memory it found.
 *
 * `blocks = floor(available / bytes of a block in all layers)` and
 * `tokens = floor(blocks / tables) x block size`. The printed tokens count every table as if each
 * layer kept every token, so for models with windows or recurrent layers a longer context fits
 * than the number says.
 *
 * Source: vllm/v1/core/kv_cache_utils.py.
 *
 * @throws RangeError for memory that is not a number of bytes.
 * @example
 * vllmKvCapacity(llama31_8b, { availableBytes: 2.89 * 2 ** 30, keyFormat: 'f16', valueFormat: 'f16' })
 * // { blocks: 1479, tokens: 23_664 }
 */
export function vllmKvCapacity(spec: CachingModel, options: VllmCapacityOptions): VllmCapacity {
  const { availableBytes, ...rest } = options
  if (!Number.isFinite(availableBytes) || availableBytes < 0) {
    throw new RangeError(`availableBytes is ${availableBytes}; it must be at least 0.`)
  }
  const request = cacheRequest({ ...rest, engine: 'vllm', tokens: 1, sequences: 1 }, spec.family)
  const layout = vllmLayout(spec.kind === 'encoder' ? [] : layerGroups(spec.layers), request)
  if (layout.blockBytes === 0) return { blocks: 0, tokens: 0 }
  const blocks = Math.floor(availableBytes / layout.blockBytes)
  const sizes = layout.groups
    .filter(({ source }) => source.attention.kind !== 'recurrent')
    .map(({ blockSize }) => blockSize)
  const blockSize = sizes.length === 0 ? request.blockSize : Math.min(...sizes)
  return { blocks, tokens: Math.floor(blocks / layout.tables) * blockSize }
}
