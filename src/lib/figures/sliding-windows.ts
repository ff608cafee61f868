import { chunkCount } from '../chunking/chunk-count.ts'
import type { ChunkCountQuestion } from '../chunking/chunk-count.ts'

/** One window along a text. */
export interface SlidingWindow {
  readonly start: number
  readonly end: number
  /** Units at its start that the window before has as well. */
  readonly repeats: number
}

/**
 * The windows of `size` units that cover a text when each repeats `overlap` units of the one before;
 * the last one ends with the text.
 *
 * @throws RangeError for what `chunkCount` refuses.
 * @example slidingWindows({ length: 10, size: 4, overlap: 1 }).map(({ start }) => start) //=> [0, 3, 6]
 */
export function slidingWindows(question: ChunkCountQuestion): readonly SlidingWindow[] {
  const { length, size, overlap } = question
  return Array.from({ length: chunkCount(question) }, (_, index) => {
    const start = index * (size - overlap)
    return {
      start,
      end: Math.min(length, start + size),
      repeats: index === 0 ? 0 : Math.min(overlap, length - start),
    }
  })
}
