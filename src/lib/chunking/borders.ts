import type { ChunkLevel } from './chunk.ts'

/**
 * Places of one kind where a text may be cut. The searches are cheap when they are asked from left
 * to right, as a chunker asks.
 */
export interface Borders {
  readonly level: ChunkLevel
  /** The first border in `(from, bound]`; Infinity when there is none. */
  readonly next: (from: number, bound: number) => number
  /** The last border in `(low, high]`; `low` when there is none. */
  readonly last: (low: number, high: number) => number
}

/**
 * Borders at known offsets, sorted.
 *
 * @example
 * bordersAt('line', [3, 9]).last(0, 8) // 3
 */
export function bordersAt(level: ChunkLevel, offsets: ArrayLike<number>): Borders {
  const { length } = offsets
  const border = (index: number) => offsets[index] ?? Infinity
  let at = 0
  const seek = (from: number) => {
    while (at > 0 && border(at - 1) > from) at--
    while (at < length && border(at) <= from) at++
    return border(at)
  }
  return {
    level,
    next: (from, bound) => {
      const found = seek(from)
      return found <= bound ? found : Infinity
    },
    last: (low, high) => {
      if (seek(low) > high) return low
      while (at + 1 < length && border(at + 1) <= high) at++
      return border(at)
    },
  }
}

/** Borders of two kinds as one, under the level of the second. */
export function joinedBorders(one: Borders, other: Borders): Borders {
  return {
    level: other.level,
    next: (from, bound) => {
      const first = one.next(from, bound)
      return Math.min(first, other.next(from, Math.min(first, bound)))
    },
    last: (low, high) => Math.max(one.last(low, high), other.last(low, high)),
  }
}
