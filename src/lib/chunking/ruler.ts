import type { Span } from './chunk.ts'
import { firstAt } from './first-at.ts'
import { secondHalves } from './second-halves.ts'

/** Measures a text in the unit of a chunk's size. Offsets are UTF-16 units, as JavaScript counts. */
export interface Ruler {
  /** Units that begin in `[start, end)`. */
  readonly units: (start: number, end: number) => number
  /** The furthest offset to which `size` units from `start` reach. */
  readonly reach: (start: number, size: number) => number
  /** The earliest offset from which at most `size` units lead up to `end`. */
  readonly reachBack: (end: number, size: number) => number
}

/**
 * Counts code points: a surrogate pair is one, a lone surrogate is one as well.
 *
 * @example
 * characterRuler('a😀b').units(0, 4) // 3
 */
export function characterRuler(text: string): Ruler {
  const halves = secondHalves(text)
  if (halves.length > 0) return pairedRuler(text.length, halves)
  const { length } = text
  return {
    units: (start, end) => end - start,
    reach: (start, size) => Math.min(length, start + size),
    reachBack: (end, size) => Math.max(0, end - size),
  }
}

/** Counts code points by the UTF-16 units, less one for each second half of a pair. */
function pairedRuler(length: number, halves: readonly number[]): Ruler {
  return {
    units: (start, end) => end - start - (firstAt(halves, end) - firstAt(halves, start)),
    reach: (start, size) => {
      let end = start + size
      for (let half = firstAt(halves, start); (halves[half] ?? Infinity) <= end; half++) end++
      return Math.min(length, end)
    },
    reachBack: (end, size) => {
      let start = end - size
      for (
        let half = firstAt(halves, end);
        (halves[half - 1] ?? -1) >= Math.max(0, start);
        half--
      ) {
        start--
      }
      return Math.max(0, start)
    },
  }
}

/**
 * Counts tokens, each where it begins. What lies between two tokens, such as a space, costs nothing.
 *
 * @example
 * tokenRuler('two words', [{ start: 0, end: 3 }, { start: 4, end: 9 }]).units(0, 9) // 2
 */
export function tokenRuler(text: string, tokenSpans: readonly Span[]): Ruler {
  const begins = tokenSpans.map(({ start }) => start)
  const beginOf = (token: number) => begins[token] ?? text.length
  return {
    units: (start, end) => firstAt(begins, end) - firstAt(begins, start),
    reach: (start, size) => beginOf(firstAt(begins, start) + size),
    reachBack: (end, size) => {
      const dropped = firstAt(begins, end) - size
      return dropped <= 0 ? 0 : beginOf(dropped - 1) + 1
    },
  }
}
