import { formatNumber } from '../format/format-number.ts'
import { usedThreshold } from './used-threshold.ts'

const HEIGHT = 120
const MOST_POINTS = 400

/** The distances of neighbouring sentences as a curve; across in percent, down in pixels. */
export interface DistanceCurve {
  readonly height: number
  /** The highest distance that the picture holds. */
  readonly top: number
  readonly bars: readonly {
    readonly index: number
    readonly x: number
    readonly width: number
    readonly y: number
    readonly height: number
    readonly above: boolean
  }[]
  readonly lineAt: number
  /** Where the line stands, in thousandths. */
  readonly threshold: number
  readonly cuts: number
  /** The threshold that libraries take: 95 of 100 distances lie below it; in thousandths. */
  readonly usual: number
  readonly description: string
}

/**
 * Lays out the distances, one bar a pair of neighbours, and the threshold as a line; null is the
 * threshold that libraries take.
 *
 * @example distanceCurve([0.2, 0.8], 0.5).cuts //=> 1
 */
export function distanceCurve(distances: readonly number[], set: number | null): DistanceCurve {
  const threshold = usedThreshold(set, distances)
  const shown = distances.slice(0, MOST_POINTS)
  const top = Math.max(0.2, threshold, ...shown) * 1.1
  const down = (value: number) => HEIGHT - (HEIGHT * Math.max(0, value)) / top
  const width = 100 / Math.max(1, shown.length)
  const cuts = distances.filter((distance) => distance > threshold).length
  return {
    height: HEIGHT,
    top,
    bars: shown.map((value, index) => ({
      index,
      x: index * width,
      width: width * 0.8,
      y: down(value),
      height: HEIGHT - down(value),
      above: value > threshold,
    })),
    lineAt: down(threshold),
    cuts,
    threshold: thousandths(threshold),
    usual: thousandths(usedThreshold(null, distances)),
    description: `${distances.length} pairs of neighbouring sentences; ${cuts} are farther apart than ${formatNumber(threshold, { digits: 3 })} and are cut.`,
  }
}

/**
 * The threshold under the pointer, in steps of 0.01.
 *
 * @example thresholdAt({ at: 160, plotTop: 100, top: 1 }) //=> 0.5
 */
export function thresholdAt(pointer: {
  /** Height of the pointer and of the picture's upper edge, in the same pixels. */
  readonly at: number
  readonly plotTop: number
  /** The highest distance that the picture holds. */
  readonly top: number
}): number {
  const { at, plotTop, top } = pointer
  return within(Math.round(100 * (1 - (at - plotTop) / HEIGHT) * top) / 100)
}

/** The threshold after a key, or null where the key does not move it. */
export function thresholdAfterKey(threshold: number, key: string): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: 0.01,
    ArrowRight: 0.01,
    ArrowDown: -0.01,
    ArrowLeft: -0.01,
    PageUp: 0.1,
    PageDown: -0.1,
  }
  const step = steps[key]
  return step === undefined ? null : within(Math.round(100 * (threshold + step)) / 100)
}

const thousandths = (value: number): number => Math.round(1000 * value) / 1000

const within = (threshold: number): number => Math.max(0, Math.min(2, threshold))
