import type { CacheFormat } from '../memory/setup.ts'
import { CACHE_FORMATS } from './cache-formats.ts'

/**
 * Checks that one token's numbers of one layer fill the blocks of a quantised type.
 *
 * A row that does not fill its blocks cannot be stored: llama.cpp refuses to start, and so does
 * this function.
 *
 * @throws RangeError when the row is not a multiple of the block.
 * @example checkRow(72, 'q8_0') // throws: 72 is not a multiple of 32
 */
export function checkRow(elements: number, format: CacheFormat): void {
  const { blockElements } = CACHE_FORMATS[format]
  if (elements % blockElements !== 0) {
    throw new RangeError(
      `A cache row of ${elements} numbers does not divide into ${format} blocks of ` +
        `${blockElements}; llama.cpp refuses this. Choose f16 for the cache.`,
    )
  }
}
