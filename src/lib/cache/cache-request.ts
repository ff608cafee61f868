import type { CacheOptions, CacheRequest } from './cache-options.ts'
import { CACHE_FORMATS } from './cache-formats.ts'

const BATCH_TOKENS = { transformers: 1, 'llama.cpp': 512, vllm: 8192 } as const

/**
 * Checks the options of a cache once and fills in each engine's documented defaults.
 *
 * llama.cpp: n_ubatch 512, one unified pool. vLLM: 8192 batched tokens, blocks of 16.
 *
 * @throws RangeError naming the option that is out of range.
 * @example cacheRequest({ engine: 'vllm', tokens: 1, sequences: 1, keyFormat: 'f16', valueFormat: 'f16' }).blockSize // 16
 */
export function cacheRequest(options: CacheOptions, family?: string): CacheRequest {
  const { engine, tokens, sequences, keyFormat, valueFormat } = options
  whole('tokens', tokens, 0)
  whole('sequences', sequences, 1)
  for (const format of [keyFormat, valueFormat]) {
    if (!(format in CACHE_FORMATS)) throw new RangeError(`Unknown cache format "${format}".`)
  }
  const request: CacheRequest = {
    engine,
    family,
    tokens,
    sequences,
    keyFormat,
    valueFormat,
    stateFormat: options.stateFormat ?? plainFormat(keyFormat),
    unified: options.unified ?? true,
    contextTokens: options.contextTokens ?? tokens * sequences,
    batchTokens: options.batchTokens ?? BATCH_TOKENS[engine],
    cellMultiple: options.cellMultiple ?? 256,
    swaFull: options.swaFull ?? false,
    slidingStaysF16: engine === 'llama.cpp' && (options.slidingStaysF16 ?? false),
    blockSize: options.blockSize ?? 16,
    tensorParallel: options.tensorParallel ?? 1,
    mlaForm: options.mlaForm ?? 'latent',
    rounding: options.rounding ?? true,
  }
  whole('contextTokens', request.contextTokens, 0)
  whole('batchTokens', request.batchTokens, 1)
  whole('cellMultiple', request.cellMultiple, 1)
  whole('blockSize', request.blockSize, 1)
  whole('tensorParallel', request.tensorParallel, 1)
  return request
}

const plainFormat = (format: CacheOptions['keyFormat']): CacheOptions['keyFormat'] =>
  format === 'fp32' || format === 'f16' || format === 'bf16' ? format : 'bf16'

function whole(name: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${name} is ${value}; it must be a whole number of at least ${least}.`)
  }
}
