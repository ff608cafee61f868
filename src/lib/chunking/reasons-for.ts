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
 * reasonsFor({ size: 800, unit: 'characters' })({ level: 'paragraph', used: 640, withNext: 912 })
 * // 'The next paragraph would have made 912 of at most 800 characters.'
 */
export function reasonsFor({
  size,
  unit,
}: {
  readonly size: number
  readonly unit: ChunkUnit
}): (facts: CutFacts) => string {
  const most = ` of at most ${size} ${size === 1 ? unit.slice(0, -1) : unit}`
  const full = `${most}.`
  return ({ level, used, withNext }) => {
    if (used > size) return `What stands here takes ${used}${most}, and it cannot be cut.`
    if (level === 'end') return 'The text ends here.'
    if (level === 'grapheme') return `The chunk is full: ${used}${full}`
    if (level === 'token') return `The chunk is full at the end of a token: ${used}${full}`
    return withNext === undefined
      ? `The next ${level} would not have fitted: ${used}${most} are taken.`
      : `${madeWith[level]}${withNext}${full}`
  }
}

const madeWith: Readonly<Record<Exclude<ChunkLevel, 'end' | 'grapheme' | 'token'>, string>> = {
  heading: 'The next section would have made ',
  paragraph: 'The next paragraph would have made ',
  line: 'The next line would have made ',
  sentence: 'The next sentence would have made ',
  word: 'The next word would have made ',
  meaning: 'The next group would have made ',
}
