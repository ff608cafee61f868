import type { CacheFormat } from '../memory/setup.ts'
import { CACHE_FORMATS } from './cache-formats.ts'

/**
 * Bytes that one cached number takes, block scales included.
 *
 * `blockBytes / blockElements`, from the block structs of ggml-common.h for the quantised types.
 *
 * @example bytesPerElement('q4_0') // 0.5625
 */
export function bytesPerElement(format: CacheFormat): number {
  const { blockBytes, blockElements } = CACHE_FORMATS[format]
  return blockBytes / blockElements
}
