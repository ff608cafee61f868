import type { ChunkLevel } from './chunk.ts'
import type { ChunkUnit } from './chunk-options.ts'

/**
 * Why a cut fell where it did: `used` are the units of the chunk, `withNext` those that it would have
 * had with the next piece, where that is known.
 */
export type ReasonOf = (level: ChunkLevel, used: number, withNext?: number) => string

/**
 * Says in one sentence why a chunk ends where it does.
 *
 * @example
 * reasonsFor({ size: 800, unit: 'characters' })('paragraph', 640, 912)
 * // 'The next paragraph would have made 912 of at most 800 characters.'
 */
export function reasonsFor({
  size,
  unit,
}: {
  readonly size: number
  readonly unit: ChunkUnit
}): ReasonOf {
  const most = ` of at most ${size} ${size === 1 ? unit.slice(0, -1) : unit}`
  const full = `${most}.`
  return (level, used, withNext) => {
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
