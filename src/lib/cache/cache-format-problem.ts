import type { CacheFormat, Engine } from '../memory/setup.ts'
import { CACHE_FORMATS } from './cache-formats.ts'
import type { CachingModel } from './kv-cache-bytes.ts'
import { layerGroups } from './layer-groups.ts'

/**
 * Says in one sentence why an engine would refuse a pair of cache formats, or null when it takes
 * them.
 *
 * llama.cpp wants every head to fill its blocks (`head size % 32 = 0`) and flash attention for
 * quantised values; transformers and vLLM do not offer its types at all.
 *
 * Source: `llama-cpp-kv-cache`, `vllm-kv-cache-interface`.
 *
 * @example
 * cacheFormatProblem(phi2, { engine: 'llama.cpp', keyFormat: 'q8_0', valueFormat: 'f16' })
 * // 'llama.cpp refuses q8_0 here: a head of 80 numbers does not fill blocks of 32.'
 */
export function cacheFormatProblem(
  spec: CachingModel,
  options: {
    readonly engine: Engine
    readonly keyFormat: CacheFormat
    readonly valueFormat: CacheFormat
    readonly flashAttention?: boolean
  },
): string | null {
  const { engine, keyFormat, valueFormat, flashAttention = true } = options
  for (const format of [keyFormat, valueFormat]) {
    if (!CACHE_FORMATS[format].engines.some((known: Engine) => known === engine)) {
      return `${engine} does not store its cache as ${format}.`
    }
  }
  if (!flashAttention && CACHE_FORMATS[valueFormat].blockElements > 1) {
    return `${engine} needs flash attention for values in ${valueFormat}.`
  }
  for (const { attention } of layerGroups(spec.layers)) {
    for (const [format, size] of headSizes(attention, keyFormat, valueFormat)) {
      const { blockElements } = CACHE_FORMATS[format]
      if (size % blockElements !== 0) {
        return (
          `${engine} refuses ${format} here: a head of ${size} numbers ` +
          `does not fill blocks of ${blockElements}.`
        )
      }
    }
  }
  return null
}

function headSizes(
  attention: ReturnType<typeof layerGroups>[number]['attention'],
  keyFormat: CacheFormat,
  valueFormat: CacheFormat,
): readonly (readonly [CacheFormat, number])[] {
  switch (attention.kind) {
    case 'none':
    case 'recurrent':
      return []
    case 'mla':
      return [[keyFormat, attention.kvLoraRank + attention.ropeHeadDim]]
    default:
      return [
        [keyFormat, attention.headDim],
        [valueFormat, attention.valueHeadDim],
      ]
  }
}
