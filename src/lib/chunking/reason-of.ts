import type { ChunkLevel } from './chunk.ts'
import type { ChunkUnit } from './chunk-options.ts'

/** What a chunk's cut came from. Units are those of the size. */
export interface CutFacts {
  readonly level: ChunkLevel
  /** Units of the chunk. */
  readonly used: number
  /** Units that it would have had with the next piece, where that is known. */
  readonly withNext?: number | undefined
}

/**
 * Says in one sentence why a chunk ends where it does.
 *
 * @example
 * reasonOf({ size: 800, unit: 'characters' }, { level: 'paragraph', used: 640, withNext: 912 })
 * // 'The next paragraph would have made 912 of at most 800 characters.'
 */
export function reasonOf(
  { size, unit }: { readonly size: number; readonly unit: ChunkUnit },
  { level, used, withNext }: CutFacts,
): string {
  const most = `of at most ${size} ${size === 1 ? unit.slice(0, -1) : unit}`
  if (used > size) return `What stands here takes ${used} ${most}, and it cannot be cut.`
  switch (level) {
    case 'end':
      return 'The text ends here.'
    case 'heading':
      return 'The next section begins with a heading.'
    case 'meaning':
      return 'The next sentence is further away in meaning than the threshold.'
    case 'grapheme':
      return `The chunk is full: ${used} ${most}.`
    case 'token':
      return `The chunk is full at the end of a token: ${used} ${most}.`
    default:
      return withNext === undefined
        ? `The next ${level} would not have fitted: ${used} ${most} are taken.`
        : `The next ${level} would have made ${withNext} ${most}.`
  }
}
