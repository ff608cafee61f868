import { seededRandom } from '../sampling/seeded-random.ts'
import { meanOf } from './mean-of.ts'

export interface PairedRequest {
  /** The metric of each question before a change, and after it, in the same order. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** 0.95 by default. */
  readonly confidence?: number
  /** How often the questions are drawn anew; 5,000 by default. */
  readonly resamples?: number
  readonly seed?: number
}

/** What a change did to a metric, question by question. */
export interface PairedInterval {
  /** Mean of after minus before. */
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly better: number
  readonly worse: number
  readonly same: number
  /** 'unclear' while the interval holds 0: these questions cannot tell. */
  readonly verdict: 'helps' | 'harms' | 'unclear'
}

/**
 * Whether a change helps, judged on the same questions before and after it: the mean difference
 * with its bootstrap percentile interval. Whole questions are drawn with replacement, so that easy
 * and hard ones stay paired with themselves. The same seed gives the same interval.
 *
 * Formula: quantiles of the mean difference over the resamples. Units: those of the metric.
 * Source: `ir-intervals-2014`.
 *
 * @throws RangeError when the lists are empty, of different lengths or not finite, the confidence is
 * not between 0 and 1, or the resamples are no whole number above 0
 * @example pairedInterval({ before: [0, 0, 1], after: [1, 1, 1] }).better // 2
 */
export function pairedInterval({
  before,
  after,
  confidence = 0.95,
  resamples = 5000,
  seed = 1,
}: PairedRequest): PairedInterval {
  checkRequest({ before, after, confidence, resamples })
  const differences = before.map((value, place) => (after[place] ?? 0) - value)
  const means = resampledMeans(differences, resamples, seed).sort()
  const low = quantileOf(means, (1 - confidence) / 2)
  const high = quantileOf(means, (1 + confidence) / 2)
  return {
    mean: meanOf(differences),
    low,
    high,
    better: differences.filter((value) => value > 0).length,
    worse: differences.filter((value) => value < 0).length,
    same: differences.filter((value) => value === 0).length,
    verdict: low > 0 ? 'helps' : high < 0 ? 'harms' : 'unclear',
  }
}

function resampledMeans(values: readonly number[], resamples: number, seed: number): Float64Array {
  const random = seededRandom(seed)
  return Float64Array.from({ length: resamples }, () => {
    let sum = 0
    for (let draw = 0; draw < values.length; draw++) {
      sum += values[Math.floor(random() * values.length)] ?? 0
    }
    return sum / values.length
  })
}

/** Between neighbours by linear interpolation. */
function quantileOf(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const low = sorted[Math.floor(place)] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return low + (high - low) * (place - Math.floor(place))
}

function checkRequest({
  before,
  after,
  confidence,
  resamples,
}: Required<Omit<PairedRequest, 'seed'>>): void {
  if (before.length === 0 || before.length !== after.length) {
    throw new RangeError(
      `There are ${before.length} questions before and ${after.length} after; pairs need as many, above 0.`,
    )
  }
  if (![...before, ...after].every(Number.isFinite)) {
    throw new RangeError('A value of the metric is not finite.')
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`The confidence is ${confidence}; it must lie between 0 and 1.`)
  }
  if (!Number.isInteger(resamples) || resamples < 1) {
    throw new RangeError(`There are ${resamples} resamples; there must be a whole number above 0.`)
  }
}
