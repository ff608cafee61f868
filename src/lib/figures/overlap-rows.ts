import { chunkText } from '../chunking/chunk-text.ts'
import { measuredOverlaps } from '../chunking/measured-overlaps.ts'
import type { ChunkLevel } from '../chunking/chunk.ts'

/** A chunk as a figure writes it. */
export interface OverlapRow {
  /** What it repeats of the chunk before, and what is new in it. */
  readonly repeated: string
  readonly fresh: string
  /** Characters repeated. */
  readonly overlap: number
  readonly length: number
  readonly level: ChunkLevel
}

/**
 * Cuts a text recursively and parts every chunk into what it repeats and what is new.
 * Units: characters.
 *
 * @example overlapRows({ text: 'One. Two.', size: 5, overlap: 0 }).length //=> 2
 */
export function overlapRows({
  text,
  size,
  overlap,
}: {
  readonly text: string
  readonly size: number
  readonly overlap: number
}): readonly OverlapRow[] {
  const chunks = chunkText(text, { strategy: 'recursive', unit: 'characters', size, overlap })
  const shared = [{ characters: 0 }, ...measuredOverlaps(text, chunks)]
  return chunks.map(({ start, end, level }, index) => {
    const from = index === 0 ? start : Math.max(start, chunks[index - 1]?.end ?? start)
    return {
      repeated: text.slice(start, from),
      fresh: text.slice(from, end),
      overlap: shared[index]?.characters ?? 0,
      length: [...text.slice(start, end)].length,
      level,
    }
  })
}
