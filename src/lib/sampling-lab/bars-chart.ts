import { formatCount } from '../format/format-count.ts'
import type { BarRow, BarRows } from './bar-rows.ts'
import { formatShare } from './format-share.ts'
import { axisTicks, shareToPercent } from './share-scale.ts'
import type { ShareAxis, Tick } from './share-scale.ts'
import { stepNames } from './step-names.ts'

/** Sizes of the picture in pixels. */
export const BAR = { row: 38, first: 4, text: 11, before: 4, after: 10, foot: 26 } as const
const BEFORE_AT = 16
const AFTER_AT = 21
const TICK_TEXT = 16

/** One bar of the picture: places across in percent of the width, down in pixels. */
export interface Bar {
  readonly id: number
  readonly label: string
  readonly value: string
  readonly kept: boolean
  readonly cutLabel: string
  readonly top: number
  readonly textAt: number
  readonly beforeAt: number
  readonly afterAt: number
  readonly before: number
  readonly after: number
}

/** A straight piece of the cumulative line. */
export interface Piece {
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
}

export interface BarsChart {
  readonly bars: readonly Bar[]
  /** Where the running sum stands after each token. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly line: readonly Piece[]
  /** Where the p line stands, in percent of the width. */
  readonly p: number
  readonly height: number
  readonly ticks: readonly Tick[]
  readonly ticksAt: number
  readonly othersLabel: string
  readonly othersAt: number
  readonly footAt: number
  /** The picture in words. */
  readonly description: string
}

/**
 * Lays out the bars of the candidates: the model's probability above, the probability of being drawn
 * below, the running sum as a line across the rows.
 *
 * @example barsChart({ rows: barRows(distribution, result, 10), axis: 'linear', p: 0.9 }).p // 90
 */
export function barsChart(drawn: {
  readonly rows: BarRows
  readonly axis: ShareAxis
  readonly p: number
}): BarsChart {
  const { rows, axis, p } = drawn
  const across = (share: number) => shareToPercent(share, axis)
  const top = (index: number) => BAR.first + index * BAR.row
  const bars = rows.rows.map((row, index): Bar => ({
    id: row.id,
    label: row.label,
    value: valueText(row),
    kept: row.cutBy === null,
    cutLabel: row.cutBy === null ? '' : `cut by ${stepNames[row.cutBy]}`,
    top: top(index),
    textAt: top(index) + BAR.text,
    beforeAt: top(index) + BEFORE_AT,
    afterAt: top(index) + AFTER_AT,
    before: across(row.before),
    after: across(row.after),
  }))
  const points = rows.rows.map(({ cumulative }, index) => ({
    x: across(cumulative),
    y: top(index) + AFTER_AT + BAR.after / 2,
  }))
  const line = points.slice(1).flatMap((point, index): readonly Piece[] => {
    const before = points[index] ?? point
    return [{ x1: before.x, x2: point.x, y1: before.y, y2: point.y }]
  })
  const end = top(rows.rows.length)
  const foot = end + (rows.others.count > 0 ? BAR.foot : 0)
  return {
    bars,
    points,
    line,
    p: across(p),
    height: foot + BAR.foot,
    ticks: axisTicks(axis),
    othersLabel: rows.others.count > 0 ? othersText(rows.others) : '',
    othersAt: end + BAR.text,
    footAt: foot,
    ticksAt: foot + TICK_TEXT,
    description: describe(rows),
  }
}

const valueText = ({ before, after }: BarRow): string =>
  after === 0 ? formatShare(before) : `${formatShare(before)} → ${formatShare(after)}`

function othersText({ count, kept, before, after }: BarRows['others']): string {
  const held = `+ ${formatCount(count)} more: ${formatShare(before)}`
  return kept > 0
    ? `${held} → ${formatShare(after)} (${formatCount(kept)} kept)`
    : `${held} → all cut`
}

function describe({ rows, others }: BarRows): string {
  const lines = rows.map(({ label, before, after, cutBy }) =>
    cutBy === null
      ? `${label} has ${formatShare(before)} and is drawn with ${formatShare(after)}`
      : `${label} has ${formatShare(before)} and is cut by ${stepNames[cutBy]}`,
  )
  const rest = others.count > 0 ? ` Then ${othersText(others)}.` : ''
  return `Most probable first: ${lines.join('; ')}.${rest}`
}
