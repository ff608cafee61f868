import type { Span } from './chunk.ts'

/** Measures a text in the unit of a chunk's size. Offsets are UTF-16 units, as JavaScript counts. */
export interface Ruler {
  /** Units that begin in `[start, end)`. */
  readonly units: (start: number, end: number) => number
  /** The furthest offset to which `size` units from `start` reach. */
  readonly reach: (start: number, size: number) => number
  /** The earliest offset from which at most `size` units lead up to `end`. */
  readonly reachBack: (end: number, size: number) => number
}

const SURROGATE = /[\ud800-\udfff]/

/**
 * Counts code points: a surrogate pair is one, a lone surrogate is one as well.
 *
 * @example
 * characterRuler('a😀b').units(0, 4) // 3
 */
export function characterRuler(text: string): Ruler {
  if (SURROGATE.test(text)) return rulerOfBegins(codePointBegins(text), text.length)
  const { length } = text
  return {
    units: (start, end) => end - start,
    reach: (start, size) => Math.min(length, start + size),
    reachBack: (end, size) => Math.max(0, end - size),
  }
}

/**
 * Counts tokens, each where it begins. What lies between two tokens, such as a space, costs nothing.
 *
 * @example
 * tokenRuler('two words', [{ start: 0, end: 3 }, { start: 4, end: 9 }]).units(0, 9) // 2
 */
export function tokenRuler(text: string, tokenSpans: readonly Span[]): Ruler {
  return rulerOfBegins(
    Uint32Array.from(tokenSpans, ({ start }) => start),
    text.length,
  )
}

/** A ruler whose units begin at the given offsets, in order. */
function rulerOfBegins(begins: Uint32Array, length: number): Ruler {
  const before = unitsBefore(begins, length)
  const at = (offset: number) => before[offset] ?? begins.length
  const beginOf = (unit: number) => begins[unit] ?? length
  return {
    units: (start, end) => at(end) - at(start),
    reach: (start, size) => beginOf(at(start) + size),
    reachBack: (end, size) => {
      const dropped = at(end) - size
      return dropped <= 0 ? 0 : beginOf(dropped - 1) + 1
    },
  }
}

/** For each offset, how many units begin before it. */
function unitsBefore(begins: Uint32Array, length: number): Uint32Array {
  const before = new Uint32Array(length + 1)
  let unit = 0
  for (let offset = 0; offset <= length; offset++) {
    before[offset] = unit
    while (begins[unit] === offset) unit++
  }
  return before
}

function codePointBegins(text: string): Uint32Array {
  const begins = new Uint32Array(text.length)
  let count = 0
  for (let offset = 0; offset < text.length; count++) {
    begins[count] = offset
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1
  }
  return begins.subarray(0, count)
}
