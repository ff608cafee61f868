import type { Borders } from './borders.ts'
import type { Chunk, ChunkLevel } from './chunk.ts'
import type { ChunkUnit } from './chunk-options.ts'
import { isSpace } from './characters.ts'
import type { Graphemes } from './graphemes.ts'
import { reasonsFor } from './reasons-for.ts'
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
  /** Index of the kind of border in `cuts`; `cuts.length` where only a grapheme's border is left. */
  readonly kind: number
  /** The first border of that kind behind the last cut: the least that the chunk must hold. */
  readonly first: number
}

/**
 * Packs `[from, to)` into chunks from left to right: each takes as many whole pieces of the best
 * kind as fit, and repeats of the chunk before it at most `overlap` units in whole pieces. Where the
 * repeated part would keep a next piece like the last one from fitting, it is shortened.
 */
export function pack(packing: Packing, from: number, to: number): Chunk[] {
  const { ruler, size, cuts } = packing
  const reasonOf = reasonsFor(packing)
  const chunks: Chunk[] = []
  let last: Chunk | undefined
  let cut = from
  while (cut < to) {
    const furthest = Math.min(to, ruler.reach(cut, size))
    let aim = aimOf(packing, 0, cut, furthest, to)
    let start = cut
    if (last !== undefined && packing.overlap > 0) {
      const kind = kindOf(cuts, last.level)
      const piece = kind > aim.kind ? aimOf(packing, kind, cut, furthest, to) : aim
      start = startOf(packing, last, piece.first)
    }
    const limit = Math.min(to, ruler.reach(start, size))
    if (aim.first > limit && aim.kind < cuts.length) {
      aim = aimOf(packing, aim.kind, cut, limit, to)
    }
    const end = endOf(packing, aim, cut, limit, to)
    const level = end === to ? 'end' : (cuts[aim.kind]?.level ?? 'grapheme')
    const next = withNext(packing, aim, start, end, to)
    const reason = reasonOf(level, ruler.units(start, end), next)
    last =
      end > limit ? { start, end, level, reason, oversize: true } : { start, end, level, reason }
    chunks.push(last)
    cut = end
  }
  return chunks
}

/** The kind of border that a level names; those of graphemes come behind all others. */
function kindOf(cuts: readonly Borders[], level: ChunkLevel): number {
  for (let kind = 0; kind < cuts.length; kind++) if (cuts[kind]?.level === level) return kind
  return cuts.length
}

/** The best kind of border from `least` on that the next chunk can reach. */
function aimOf(
  { text, cuts, cutGraphemes }: Packing,
  least: number,
  cut: number,
  furthest: number,
  to: number,
): Aim {
  let inside = cut
  while (inside < furthest && isSpace(text.charCodeAt(inside))) inside++
  for (let kind = least; kind < cuts.length; kind++) {
    const first = cuts[kind]?.next(inside, furthest) ?? Infinity
    if (first < to) return { kind, first }
    if (furthest === to) return { kind, first: to }
  }
  return { kind: cuts.length, first: cutGraphemes.ceil(cut + 1) }
}

/** Where the chunk behind `cut` begins: at `cut`, or before it to repeat whole pieces. */
function startOf(packing: Packing, last: Chunk, first: number): number {
  const { text, ruler, size, overlap, starts, outside, startGraphemes } = packing
  const { start: lastStart, end: cut, level } = last
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
  { cuts, cutGraphemes }: Packing,
  { kind, first }: Aim,
  cut: number,
  limit: number,
  to: number,
): number {
  if (limit === to) return to
  const borders = cuts[kind]
  if (borders !== undefined) return Math.max(first, borders.last(cut, limit))
  const end = cutGraphemes.floor(limit)
  return end > cut ? end : first
}

/** Units of the chunk with the next piece of its kind. */
function withNext(
  { ruler, size, cuts }: Packing,
  { kind }: Aim,
  start: number,
  end: number,
  to: number,
): number | undefined {
  const borders = cuts[kind]
  if (borders === undefined || end === to) return undefined
  const units = ruler.units(start, Math.min(to, borders.next(end, Infinity)))
  return units > size ? units : undefined
}
