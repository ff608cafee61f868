import type { ChunkStrategy } from '../../chunking/chunk-options.ts'
import { linePath } from '../../chart/line-path.ts'
import { linearScale, logScale, type Scale } from '../../chart/scale.ts'
import { formatCount } from '../../format/format-count.ts'
import { formatNumber } from '../../format/format-number.ts'
import type { PairedInterval } from '../../statistics/paired-interval.ts'
import { STRATEGIES } from '../lab-state.ts'
import { SWEEP_MEASURES, type JudgedPoint, type SweepMeasure } from './judged-point.ts'
import { niceTop } from './nice-top.ts'
import { settingName } from './sweep-setting.ts'
import { wrappedWords } from './wrapped-words.ts'
import { spreadLabels } from './spread-labels.ts'
import { measureHints, shortNames } from './sweep-words.ts'

const LEFT = 40
const RIGHT = 84
const GAP = 20
const TITLE_LINE = 15
/** Pixels that a letter of a title takes at the most, on average. */
const LETTER = 7
const PLOT = 120
const FOOT = 34
const TWO_COLUMNS = 640
/** Labels of the axis closer than this would touch. */
const TICK_ROOM = 34
const LABEL_ROOM = 13

/** A point of the picture, in pixels. */
export interface PicturePoint {
  readonly name: string
  readonly strategy: ChunkStrategy
  readonly axisSize: number
  readonly x: number
  readonly y: number
  readonly value: string
  /** Whether it differs clearly from what it is compared with. */
  readonly clear: boolean
  readonly baseline: boolean
}

export interface PicturePanel {
  readonly measure: SweepMeasure
  readonly title: string
  readonly titleLines: readonly { readonly text: string; readonly y: number }[]
  readonly x: number
  readonly y: number
  readonly lines: readonly { readonly strategy: ChunkStrategy; readonly path: string }[]
  readonly points: readonly PicturePoint[]
  readonly labels: readonly {
    readonly strategy: ChunkStrategy
    readonly text: string
    readonly x: number
    readonly y: number
  }[]
  readonly rows: readonly { readonly y: number; readonly label: string }[]
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
}

/** Small pictures, one a measure, in pixels of one drawing. */
export interface SweepPicture {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly plotTop: number
  readonly plotBottom: number
  readonly ticksAt: number
  readonly panels: readonly PicturePanel[]
}

/**
 * The picture of a sweep: each measure against the size, a line a strategy, sizes on a logarithmic
 * axis, every measure from 0. One column, or two where there is room.
 *
 * @example sweepPicture({ points: [], width: 320, … }).panels.length //=> 0
 */
export function sweepPicture(request: {
  readonly points: readonly JudgedPoint[]
  readonly width: number
  readonly k: number
  /** Name of the setting that the others are compared with. */
  readonly baseline: string
  /** How a setting differs from it. */
  readonly differenceOf: (name: string, measure: SweepMeasure) => PairedInterval | null
}): SweepPicture {
  const { points, k } = request
  const width = Math.max(240, request.width)
  const columns = width >= TWO_COLUMNS ? 2 : 1
  const panelWidth = (width - (columns - 1) * GAP) / columns
  const right = panelWidth - RIGHT
  const titles = SWEEP_MEASURES.map((measure) =>
    wrappedWords(measureHints[measure](k), Math.floor(panelWidth / LETTER)),
  )
  const titleLines = titles.reduce((most, lines) => Math.max(most, lines.length), 1)
  const plotTop = titleLines * TITLE_LINE + 16
  const plotBottom = plotTop + PLOT
  const panelHeight = plotBottom + FOOT
  const sizes = [...new Set(points.map(({ setting }) => setting.axisSize))].sort((a, b) => a - b)
  const xScale = sizeScale(sizes, right)
  const shown = SWEEP_MEASURES.filter(
    (measure) => points.length > 0 && points.every(({ means }) => means[measure] !== null),
  )
  const panels = shown.map((measure, index): PicturePanel => {
    const value = ({ means }: JudgedPoint) => means[measure] ?? 0
    const top = niceTop(points.reduce((most, point) => Math.max(most, value(point)), 0))
    const yScale = linearScale({ domain: [0, top], range: [plotBottom, plotTop] })
    const show = (number: number) => shownValue(measure, number)
    const lines = STRATEGIES.map((strategy) => ({
      strategy,
      points: points.filter(({ setting }) => setting.strategy === strategy),
    })).filter((line) => line.points.length > 0)
    return {
      measure,
      title: measureHints[measure](k),
      titleLines: (titles[SWEEP_MEASURES.indexOf(measure)] ?? []).map((text, line) => ({
        text,
        y: 12 + line * TITLE_LINE,
      })),
      x: (index % columns) * (panelWidth + GAP),
      y: Math.floor(index / columns) * panelHeight,
      lines: lines.map((line) => ({
        strategy: line.strategy,
        path: linePath(
          line.points.map((point) => ({ x: point.setting.axisSize, y: value(point) })),
          xScale,
          yScale,
        ),
      })),
      points: points.map((point) => {
        const name = settingName(point.setting)
        const verdict = request.differenceOf(name, measure)?.verdict ?? 'unclear'
        return {
          name,
          strategy: point.setting.strategy,
          axisSize: point.setting.axisSize,
          x: xScale(point.setting.axisSize),
          y: yScale(value(point)),
          value: show(value(point)),
          clear: verdict !== 'unclear',
          baseline: name === request.baseline,
        }
      }),
      labels: spreadLabels(
        lines.flatMap(({ strategy, points: all }) => {
          const last = all.at(-1)
          return last === undefined
            ? []
            : [{ key: strategy, wanted: yScale(value(last)), last: last.setting.axisSize }]
        }),
        { room: LABEL_ROOM, top: plotTop, bottom: plotBottom },
      ).map(({ key, at }) => ({
        strategy: key,
        text: shortNames[key],
        x: right + 12,
        y: at + 4,
      })),
      rows: [0, 0.5, 1].map((share) => ({
        y: yScale(share * top),
        label: axisLabel(measure, share * top),
      })),
      ticks: apart(sizes, xScale),
    }
  })
  return {
    width,
    height: Math.ceil(panels.length / columns) * panelHeight,
    left: LEFT,
    right,
    plotTop,
    plotBottom,
    ticksAt: plotBottom + 16,
    panels,
  }
}

/** Shares with three decimals, tokens whole. */
export const shownValue = (measure: SweepMeasure, value: number): string =>
  measure === 'contextTokens'
    ? formatNumber(value, { digits: 0 })
    : formatNumber(value, { digits: 3, keepZeros: true })

const axisLabel = (measure: SweepMeasure, value: number): string =>
  formatNumber(value, { digits: measure === 'contextTokens' ? 0 : 3 })

function sizeScale(sizes: readonly number[], right: number): Scale {
  const [first] = sizes
  const last = sizes.at(-1)
  const middle = (LEFT + right) / 2
  if (first === undefined || last === undefined || first === last) return () => middle
  return logScale({ domain: [first, last], range: [LEFT + 8, right] })
}

/** The sizes whose labels do not touch; the largest always has its own. */
function apart(sizes: readonly number[], xScale: Scale): PicturePanel['ticks'] {
  let reached = Infinity
  return sizes.toReversed().flatMap((size) => {
    const x = xScale(size)
    if (reached - x < TICK_ROOM) return []
    reached = x
    return [{ x, label: formatCount(size) }]
  })
}
