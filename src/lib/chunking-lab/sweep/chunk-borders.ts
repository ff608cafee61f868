import type { Span } from '../../chunking/chunk.ts'
import { textHash } from '../../embedding/text-hash.ts'

/**
 * A short name for where the chunks of a text lie, to see whether they are still the same.
 *
 * @example chunkBorders([{ start: 0, end: 5 }]) === textHash('0-5') // true
 */
export const chunkBorders = (chunks: readonly Span[]): string =>
  textHash(chunks.map(({ start, end }) => `${start}-${end}`).join(' '))
