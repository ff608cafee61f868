import { CACHE_FORMATS } from '../cache/cache-formats.ts'
import type { CacheFormat } from '../memory/setup.ts'

const names: readonly CacheFormat[] = [
  'fp32',
  'f16',
  'bf16',
  'fp8',
  'q8_0',
  'q5_1',
  'q5_0',
  'q4_1',
  'q4_0',
  'iq4_nl',
]

/**
 * The cache format that a row names, in whatever spelling.
 * Errors: RangeError naming a format that the library does not know.
 *
 * @example cacheFormatOf('fp8_e4m3') //=> 'fp8'
 */
export function cacheFormatOf(text: string): CacheFormat {
  const plain = text.trim().toLowerCase()
  const exact = names.find((name) => name === plain)
  if (exact !== undefined) return exact
  if (/^(fp8|float8|e4m3|e5m2)/.test(plain)) return 'fp8'
  if (/^(f16|fp16|float16|half|auto)/.test(plain)) return 'f16'
  if (/^(bf16|bfloat16)/.test(plain)) return 'bf16'
  if (/^(f32|fp32|float32)/.test(plain)) return 'fp32'
  throw new RangeError(
    `Unknown cache format "${text}"; the library knows ${Object.keys(CACHE_FORMATS).join(', ')}.`,
  )
}
