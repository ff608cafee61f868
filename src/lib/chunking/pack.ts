import type { Borders } from './borders.ts'
import type { Chunk, ChunkLevel } from './chunk.ts'
import type { ChunkUnit } from './chunk-options.ts'
import { isSpace } from './characters.ts'
import type { Graphemes } from './graphemes.ts'
import { reasonOf } from './reason-of.ts'
import type { Ruler } from './ruler.ts'

/** What a strategy tells the packer. */
export interface Packing {
  readonly text: string
  readonly ruler: Ruler
  readonly unit: ChunkUnit
  readonly size: number
  readonly overlap: number
  /** Kinds of borders, the best first. Each holds those of the kinds before it, or none fits. */
  readonly cuts: readonly Borders[]
  /**
   * Where a chunk that repeats a part of the last may begin, the best first, for the kind of border
   * at which the last one ended.
   */
  readonly starts: (level: ChunkLevel) => readonly Borders[]
  /** Moves an offset out of what must stay whole, to its end; leaves others as they are. */
  readonly outside: (offset: number) => number
  /** Graphemes for the cuts and for the starts: each remembers where it was. */
  readonly cutGraphemes: Graphemes
  readonly startGraphemes: Graphemes
}

interface Aim {
  /** Kind of border; undefined where only a grapheme's border is left. */
  readonly borders: Borders | undefined
  /** The first border of that kind behind the last cut: the least that the chunk must hold. */
  readonly first: number
}

/**
 * Packs `[from, to)` into chunks from left to right: each takes as many whole pieces of the best
 * kind as fit, and repeats of the chunk before it at most `overlap` units in whole pieces. Where the
 * repeated part would keep the first new piece from fitting, it is shortened.
 */
export function pack(packing: Packing, from: number, to: number): Chunk[] {
  const { ruler, size } = packing
  const chunks: Chunk[] = []
  let start = from
  let cut = from
  while (cut < to) {
    const aim = aimOf(packing, cut, to)
    const last = chunks.at(-1)
    if (last !== undefined) start = startOf(packing, last, aim.first)
    const limit = Math.min(to, ruler.reach(start, size))
    const [end, level] = endOf(packing, aim, { cut, limit, to })
    const next = withNext(packing, aim, start, end, to)
    const reason = reasonOf(packing, { level, used: ruler.units(start, end), withNext: next })
    if (end > limit) chunks.push({ start, end, level, reason, oversize: true })
    else chunks.push({ start, end, level, reason })
    cut = end
  }
  return chunks
}

/** The best kind of border that the next chunk can reach at all. */
function aimOf(packing: Packing, cut: number, to: number): Aim {
  const { text, ruler, size, cuts, cutGraphemes } = packing
  const furthest = Math.min(to, ruler.reach(cut, size))
  let inside = cut
  while (inside < furthest && isSpace(text.charCodeAt(inside))) inside++
  for (const borders of cuts) {
    const first = borders.next(inside, furthest)
    if (first < to) return { borders, first }
    if (furthest === to) return { borders, first: to }
  }
  return { borders: undefined, first: cutGraphemes.ceil(cut + 1) }
}

/** Where the chunk behind `cut` begins: at `cut`, or before it to repeat whole pieces. */
function startOf(packing: Packing, last: Chunk, first: number): number {
  const { text, ruler, size, overlap, starts, outside, startGraphemes } = packing
  const { start: lastStart, end: cut, level } = last
  if (overlap === 0) return cut
  const least = Math.max(lastStart + 1, ruler.reachBack(cut, overlap), ruler.reachBack(first, size))
  if (least >= cut) return cut
  const usable = (start: number) => outside(start) === start && !isSpace(text.charCodeAt(start))
  for (const borders of starts(level)) {
    let start = borders.next(least - 1, cut - 1)
    while (start < cut && !usable(start)) {
      start = borders.next(Math.max(start, outside(start) - 1), cut - 1)
    }
    if (start < cut) return start
  }
  return level === 'grapheme' ? Math.min(cut, outside(startGraphemes.ceil(least))) : cut
}

/** Where the chunk ends: the last border of its kind within the size. */
function endOf(
  { cutGraphemes }: Packing,
  { borders, first }: Aim,
  { cut, limit, to }: { readonly cut: number; readonly limit: number; readonly to: number },
): readonly [number, ChunkLevel] {
  if (limit === to) return [to, 'end']
  if (borders !== undefined) return [Math.max(first, borders.last(cut, limit)), borders.level]
  const end = cutGraphemes.floor(limit)
  if (end > cut) return [end, 'grapheme']
  return first >= to ? [to, 'end'] : [first, 'grapheme']
}

/** Units of the chunk with the next piece of its kind, where that piece ends within reach. */
function withNext(
  { ruler, size }: Packing,
  { borders }: Aim,
  start: number,
  end: number,
  to: number,
): number | undefined {
  if (borders === undefined || end === to) return undefined
  const next = Math.min(to, borders.next(end, Infinity))
  const units = ruler.units(start, next)
  return units > size ? units : undefined
}
