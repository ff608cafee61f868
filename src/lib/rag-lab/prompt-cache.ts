import type { CacheOptions } from '../cache/cache-options.ts'
import { kvCacheBytes } from '../cache/kv-cache-bytes.ts'
import type { CachingModel } from '../cache/kv-cache-bytes.ts'
import { countOf } from '../format/count-of.ts'
import { formatBytes } from '../format/format-bytes.ts'

/** What a prompt costs in the key-value cache of a model. */
export interface PromptCache {
  /** Prompt and answer. */
  readonly tokens: number
  readonly bytes: number
  /** Of the prompt alone. */
  readonly promptBytes: number
  /** Of the passages alone: what retrieval adds. */
  readonly passageBytes: number
  readonly sentence: string
}

/**
 * Bytes of the key-value cache that a prompt and its answer fill on the reader's own setup. Parts are
 * counted without an engine's rounding, the whole with it. The tokens are the lab's; another model's
 * tokenizer counts others.
 *
 * Formula: see `kvCacheBytes`. Units: bytes, tokens.
 *
 * @throws RangeError for tokens that are no whole number, or a cache format the model cannot fill
 * @example promptCache({ promptTokens: 2000, passageTokens: 1500, answerTokens: 500, spec, name: 'Llama-2-7B', engine: 'llama.cpp' }).bytes // 1_342_177_280: 2,500 tokens in 2,560 cells
 */
export function promptCache(request: {
  readonly promptTokens: number
  readonly passageTokens: number
  readonly answerTokens: number
  readonly spec: CachingModel
  /** The model's name for people. */
  readonly name: string
  readonly engine: CacheOptions['engine']
  readonly format?: CacheOptions['keyFormat']
}): PromptCache {
  const { promptTokens, passageTokens, answerTokens, spec, name, engine, format = 'f16' } = request
  const tokens = promptTokens + answerTokens
  const bytesOf = (count: number, rounding: boolean): number =>
    count === 0
      ? 0
      : kvCacheBytes(spec, {
          engine,
          tokens: count,
          sequences: 1,
          keyFormat: format,
          valueFormat: format,
          rounding,
        }).total
  const bytes = bytesOf(tokens, true)
  const passageBytes = bytesOf(passageTokens, false)
  return {
    tokens,
    bytes,
    promptBytes: bytesOf(promptTokens, false),
    passageBytes,
    sentence: `${countOf(promptTokens, 'token')} of prompt and at most ${countOf(answerTokens, 'token')} of answer take ${formatBytes(bytes, { digits: 2 })} of key-value cache in ${name}; ${formatBytes(passageBytes, { digits: 2 })} of it are the passages.`,
  }
}
