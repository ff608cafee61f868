import type { Place } from './similarity-map.ts'

/** The map shows no more chunks than this. */
export const MOST_MAPPED = 1000
/** Up to this many, every point carries its number. */
export const MOST_LABELLED = 60

/** Where the parts of the map stand, and which numbers lie at its edges. Units: pixels. */
export interface MapLayout {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly ticksAt: number
  readonly titleAt: number
  readonly legendAt: number
  readonly plotWidth: number
  readonly plotHeight: number
  readonly middle: number
  readonly half: number
  /** Numbers at the left and the right edge, the bottom and the top. */
  readonly across: readonly [number, number]
  readonly upwards: readonly [number, number]
}

const MARGIN = 0.08

/**
 * Fits places into a width. One unit is as long across as upwards, so that distances can be compared
 * by eye.
 *
 * @example mapLayout(600, [[0, 0], [1, 1]]).height // 400, of which the legend takes 88
 */
export function mapLayout(width: number, places: readonly Place[]): MapLayout {
  const height = Math.round(Math.max(320, Math.min(500, (width * 2) / 3)))
  const frame = { left: 58, right: Math.max(120, width - 10), top: 10, bottom: height - 88 }
  const [left, right] = reach(places.map(([x]) => x))
  const [low, high] = reach(places.map(([, y]) => y))
  const plotWidth = frame.right - frame.left
  const plotHeight = frame.bottom - frame.top
  const needed = Math.max((right - left) / plotWidth, (high - low) / plotHeight)
  const unit = needed > 0 ? needed * (1 + 2 * MARGIN) : 1 / plotHeight
  const around = (from: number, to: number, pixels: number): readonly [number, number] => [
    (from + to - unit * pixels) / 2,
    (from + to + unit * pixels) / 2,
  ]
  return {
    ...frame,
    width: frame.right + 10,
    height,
    ticksAt: frame.bottom + 16,
    titleAt: frame.bottom + 34,
    legendAt: frame.bottom + 56,
    plotWidth,
    plotHeight,
    middle: (frame.left + frame.right) / 2,
    half: (frame.top + frame.bottom) / 2,
    across: around(left, right, plotWidth),
    upwards: around(low, high, plotHeight),
  }
}

const reach = (values: readonly number[]): readonly [number, number] => [
  values.reduce((least, value) => Math.min(least, value), values[0] ?? 0),
  values.reduce((most, value) => Math.max(most, value), values[0] ?? 0),
]

/** Where the entries of the legend stand, from its corner: two lines of two. */
export const MAP_LEGEND = [
  { kind: 'chunk', left: 20, top: 0 },
  { kind: 'gold', left: 110, top: 0 },
  { kind: 'query', left: 20, top: 20 },
  { kind: 'best', left: 110, top: 20 },
] as const

/**
 * The points that carry their number, each with it: all of a few, otherwise those that matter now.
 *
 * @example labelledPoints({ count: 2, gold: new Set(), best: [], chosen: null }).get(1) // 2
 */
export function labelledPoints(request: {
  readonly count: number
  readonly gold: ReadonlySet<number>
  readonly best: readonly number[]
  readonly chosen: number | null
}): ReadonlyMap<number, number> {
  const { count, gold, best, chosen } = request
  const indexes =
    count <= MOST_LABELLED
      ? Array.from({ length: count }, (_, index) => index)
      : [...gold, ...best, ...(chosen === null ? [] : [chosen])]
  return new Map(indexes.map((index) => [index, index + 1]))
}
