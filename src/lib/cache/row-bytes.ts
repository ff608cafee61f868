import type { CacheFormat } from '../memory/setup.ts'
import { CACHE_FORMATS } from './cache-formats.ts'

/**
 * Bytes of one cached row: all key (or value) numbers of one token in one layer.
 *
 * `elements / blockElements x blockBytes`. A row that does not fill its blocks cannot be stored:
 * llama.cpp refuses to start, and so does this function.
 *
 * @throws RangeError when a quantised row is not a multiple of the block.
 * @example rowBytes(1024, 'q8_0') // 1088
 */
export function rowBytes(elements: number, format: CacheFormat): number {
  const { blockElements, blockBytes } = CACHE_FORMATS[format]
  if (elements % blockElements !== 0) {
    throw new RangeError(
      `A cache row of ${elements} numbers does not divide into ${format} blocks of ` +
        `${blockElements}; llama.cpp refuses this. Choose f16 for the cache.`,
    )
  }
  return (elements / blockElements) * blockBytes
}
