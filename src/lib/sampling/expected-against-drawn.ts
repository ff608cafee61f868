import { sum } from './sum.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'

/** One place: what theory expects of it and what came. */
export interface DrawnRow {
  readonly place: number
  readonly probability: number
  /** Draws to expect: probability x draws. */
  readonly expected: number
  readonly drawn: number
  /** Drawn / all draws. */
  readonly share: number
  /** The interval in which the drawn share places the probability. */
  readonly low: number
  readonly high: number
  /** Whether the interval holds the true probability. */
  readonly agrees: boolean
}

/**
 * Sets theory beside the counts of many draws, place by place, with the Wilson interval of what was
 * drawn. At 95 % about one place in twenty disagrees by chance alone.
 *
 * Units: draws and shares of 1; z is the normal quantile, 1.96 for 95 %. Source: `wilson-1927`.
 *
 * @throws RangeError when the two lists differ in length, or nothing was drawn
 * @example
 * expectedAgainstDrawn({ probabilities: [0.5, 0.5], counts: [48, 52] })[0]
 * // { place: 0, probability: 0.5, expected: 50, drawn: 48, share: 0.48, low: 0.3846…, high: 0.5769…, agrees: true }
 */
export function expectedAgainstDrawn({
  probabilities,
  counts,
  rows = probabilities.length,
  z,
}: {
  readonly probabilities: ArrayLike<number>
  readonly counts: ArrayLike<number>
  /** How many places to give, from the first on. */
  readonly rows?: number
  readonly z?: number
}): readonly DrawnRow[] {
  if (probabilities.length !== counts.length) {
    throw new RangeError(
      `There are ${probabilities.length} probabilities but ${counts.length} counts.`,
    )
  }
  const draws = sum(counts)
  return Array.from({ length: Math.min(rows, probabilities.length) }, (_, place) => {
    const probability = probabilities[place] ?? 0
    const drawn = counts[place] ?? 0
    const interval = wilsonInterval(drawn, draws, z)
    return {
      place,
      probability,
      expected: probability * draws,
      drawn,
      share: drawn / draws,
      ...interval,
      agrees: probability >= interval.low && probability <= interval.high,
    }
  })
}
