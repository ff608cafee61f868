import type { LabChunk } from './lab-chunk.ts'
import type { TextPage } from './text-pages.ts'

/**
 * Index of the page on which a chunk begins; 0 where it is on none.
 *
 * @example pageOfChunk([{ start: 0, end: 9, first: 0, last: 0 }], chunk) //=> 0
 */
export function pageOfChunk(pages: readonly TextPage[], { start }: LabChunk): number {
  const found = pages.findIndex((page) => start >= page.start && start < page.end)
  return Math.max(0, found)
}

/** The chunks that a page may show: those that begin in it, and those before that reach into it. */
export const chunksOnPage = (
  chunks: readonly LabChunk[],
  { first, last }: TextPage,
): readonly LabChunk[] => chunks.slice(Math.max(0, first - LONGEST_REACH), last + 1)

/** A page begins with a chunk; more than so many before it cannot reach into it. */
const LONGEST_REACH = 64
