import { formatCount } from '../format/format-count.ts'
import type { CutSummary } from './cut.ts'
import type { LabChunk } from './lab-chunk.ts'
import type { ReadingLimit } from './read-limit.ts'
import { words } from './words.ts'

/** The band shows no more chunks than this. */
const MOST_BARS = 300
const LANE = 18
const BAND_TOP = 16
const BAND_HEIGHT = 2 * LANE
const SIZES_TOP = BAND_TOP + BAND_HEIGHT + 88
const SIZES_HEIGHT = 96

/** Sizes across in percent of the width, sizes down in pixels. */
export interface ChunkPicture {
  readonly height: number
  readonly bandTextAt: number
  readonly bars: readonly {
    readonly number: number
    readonly x: number
    readonly width: number
    readonly y: number
    readonly height: number
    readonly odd: boolean
    /** Share of the bar that the embedder does not read, from its end. */
    readonly unreadX: number
    readonly unreadWidth: number
  }[]
  readonly sizesTextAt: number
  readonly baseAt: number
  readonly columns: readonly {
    readonly from: number
    readonly x: number
    readonly width: number
    readonly y: number
    readonly height: number
    readonly label: string
    readonly middle: number
    readonly labelAt: number
  }[]
  readonly lines: readonly {
    readonly name: 'size' | 'limit'
    readonly x: number
    readonly top: number
    readonly labelAt: number
    readonly anchor: 'start' | 'end'
    /** Pixels from the line to its label. */
    readonly shift: number
    readonly label: string
  }[]
  readonly ticks: readonly { readonly x: number; readonly label: string; readonly anchor: string }[]
  readonly ticksAt: number
  /** Some chunk is not read to its end. */
  readonly unread: boolean
  readonly note: string
  readonly description: string
}

/**
 * The picture of a cut: every chunk as a bar along the text, odd ones above even ones, so that an
 * overlap is seen as an overlap; below, how many chunks are how long.
 *
 * @example chunkPicture({ … }).bars.length //=> chunks.length, 300 at the most
 */
export function chunkPicture(request: {
  readonly chunks: readonly LabChunk[]
  readonly summary: CutSummary
  readonly textLength: number
  /** The size, in the unit of the bins, or null where it has another. */
  readonly size: number | null
  /** A line where the bins are tokens. */
  readonly limit: ReadingLimit
}): ChunkPicture {
  const { chunks, summary, textLength, size, limit } = request
  const readable = limit.maxTokens - limit.reserved
  const shown = chunks.filter(({ literal }) => literal === undefined).slice(0, MOST_BARS)
  const reach = shown.length < chunks.length ? (shown.at(-1)?.end ?? textLength) : textLength
  const across = (place: number) => (reach === 0 ? 0 : (100 * place) / reach)
  const top = summary.bins.at(-1)?.to ?? 1
  const most = summary.bins.reduce((high, { count }) => Math.max(high, count), 1)
  const baseAt = SIZES_TOP + SIZES_HEIGHT
  const lines = [
    ...(size === null
      ? []
      : [
          {
            name: 'size' as const,
            value: size,
            label: `${words.picture.size} ${formatCount(size)}`,
          },
        ]),
    ...(summary.binUnit === 'tokens'
      ? [
          {
            name: 'limit' as const,
            value: readable,
            label: `${words.picture.limit} ${formatCount(readable)}`,
          },
        ]
      : []),
  ]
  return {
    height: baseAt + 22,
    bandTextAt: 10,
    bars: shown.map(({ number, start, end, readTo }) => ({
      number,
      x: across(start),
      width: across(end) - across(start),
      y: BAND_TOP + (number % 2 === 1 ? 0 : LANE),
      height: LANE - 2,
      odd: number % 2 === 1,
      unreadX: across(readTo ?? end),
      unreadWidth: across(end) - across(readTo ?? end),
    })),
    sizesTextAt: SIZES_TOP - 58,
    baseAt,
    columns: summary.bins
      .filter(({ count }) => count > 0)
      .map(({ from, to, count }) => {
        const height = (SIZES_HEIGHT * count) / most
        return {
          from,
          x: (100 * from) / top,
          width: (100 * (to - from)) / top,
          y: baseAt - height,
          height,
          label: formatCount(count),
          middle: (50 * (from + to)) / top,
          labelAt: baseAt - height - 4,
        }
      }),
    lines: lines
      .filter(({ value }) => value <= top)
      .map(({ name, value, label }, index) => ({
        name,
        // Above the counts of the columns, of which the highest stands here.
        top: SIZES_TOP - 46 + 14 * index,
        labelAt: SIZES_TOP - 36 + 14 * index,
        shift: value > top / 2 ? -5 : 5,
        x: (100 * value) / top,
        anchor: value > top / 2 ? ('end' as const) : ('start' as const),
        label,
      })),
    ticks: [0, 0.5, 1].map((share) => ({
      x: 100 * share,
      label: formatCount(top * share),
      anchor: share === 0 ? 'start' : share === 1 ? 'end' : 'middle',
    })),
    ticksAt: baseAt + 16,
    unread: summary.overLimit > 0,
    note: shown.length < summary.count ? words.picture.firstOnly(shown.length, summary.count) : '',
    description: describe(summary),
  }
}

function describe(summary: CutSummary): string {
  const { count, bins, binUnit, overLimit, bareBoundaries } = summary
  const spread = bins
    .filter((bin) => bin.count > 0)
    .map((bin) => `${formatCount(bin.from)} to ${formatCount(bin.to)}: ${formatCount(bin.count)}`)
    .join('; ')
  return (
    `Chunks along the text: ${formatCount(count)}. Boundaries without an overlap: ` +
    `${formatCount(bareBoundaries)} of ${formatCount(Math.max(0, count - 1))}. ` +
    `Chunks by their length in ${binUnit}: ${spread}. ` +
    `Chunks longer than the embedder reads: ${formatCount(overLimit)}.`
  )
}
