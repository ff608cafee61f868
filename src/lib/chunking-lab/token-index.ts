import type { Span } from '../chunking/chunk.ts'

/** Where the tokens of a text lie: start and end of each in turn, in UTF-16 units. */
export type PackedSpans = Uint32Array

/** @example packSpans([{ start: 0, end: 3 }]) //=> Uint32Array [0, 3] */
export function packSpans(spans: readonly Span[]): PackedSpans {
  const packed = new Uint32Array(2 * spans.length)
  spans.forEach(({ start, end }, index) => packed.set([start, end], 2 * index))
  return packed
}

/** @example unpackSpans(new Uint32Array([0, 3])) //=> [{ start: 0, end: 3 }] */
export const unpackSpans = (packed: PackedSpans): readonly Span[] =>
  Array.from({ length: packed.length / 2 }, (_, index) => ({
    start: packed[2 * index] ?? 0,
    end: packed[2 * index + 1] ?? 0,
  }))

/**
 * Index of the first token that begins at or after a place; the count of tokens where none does.
 *
 * @example firstTokenAt(new Uint32Array([0, 3, 4, 6]), 1) //=> 1
 */
export function firstTokenAt(packed: PackedSpans, place: number): number {
  let low = 0
  let high = packed.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((packed[2 * middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * How many tokens begin within a range of the text.
 *
 * @example tokensWithin(new Uint32Array([0, 3, 4, 6]), { start: 0, end: 4 }) //=> 1
 */
export const tokensWithin = (packed: PackedSpans, { start, end }: Span): number =>
  Math.max(0, firstTokenAt(packed, end) - firstTokenAt(packed, start))
