import { formatCount } from '../../format/format-count.ts'
import type { PairedInterval } from '../../statistics/paired-interval.ts'
import { strategyNames } from '../names.ts'
import { differenceWords } from './difference-words.ts'
import type { JudgedPoint, SweepMeasure } from './judged-point.ts'
import { shownValue } from './sweep-picture.ts'
import { settingName, type SweepSetting } from './sweep-setting.ts'
import { measureNames } from './sweep-words.ts'

/**
 * A setting for people.
 *
 * @example settingWords({ strategy: 'recursive', axisSize: 1600 }) //=> 'recursive, 1,600'
 */
export const settingWords = ({
  strategy,
  axisSize,
}: Pick<SweepSetting, 'strategy' | 'axisSize'>): string =>
  `${strategyNames[strategy]}, ${formatCount(axisSize)}`

/**
 * The point with the highest mean of a measure; of equals the one with the fewest context tokens,
 * then the first.
 *
 * @example bestPoint([], 'iou') //=> null
 */
export function bestPoint(
  points: readonly JudgedPoint[],
  measure: SweepMeasure,
): JudgedPoint | null {
  let best: JudgedPoint | null = null
  for (const point of points) {
    const gain = (point.means[measure] ?? -1) - (best?.means[measure] ?? -1)
    const cheaper = (point.means.contextTokens ?? 0) < (best?.means.contextTokens ?? 0)
    if (gain > 0 || (gain === 0 && cheaper)) best = point
  }
  return best
}

/**
 * What a sweep found, one sentence for recall, precision and IoU each: the highest mean, and whether
 * it differs clearly from what it is compared with.
 *
 * @example sweepAnswer({ points: [], baseline: null, k: 5, differenceOf: () => null }) //=> []
 */
export function sweepAnswer(request: {
  readonly points: readonly JudgedPoint[]
  readonly baseline: JudgedPoint | null
  readonly k: number
  readonly differenceOf: (name: string, measure: SweepMeasure) => PairedInterval | null
}): readonly string[] {
  const { points, baseline, k, differenceOf } = request
  return (['recall', 'precision', 'iou'] as const).flatMap((measure) => {
    const best = bestPoint(points, measure)
    if (best === null || baseline === null) return []
    const name = measureNames[measure](k)
    const value = shownValue(measure, best.means[measure] ?? 0)
    const said = `Highest ${name}: ${settingWords(best.setting)} with ${value}`
    if (best === baseline) return [`${said}, which the others are compared with.`]
    const difference = differenceOf(settingName(best.setting), measure)
    if (difference === null) return [`${said}.`]
    return [`${said}; ${differenceWords(difference, measure, settingWords(baseline.setting))}.`]
  })
}

/**
 * The picture in words, for those who do not see it.
 *
 * @example sweepDescription([], 5) //=> 'No point has been computed yet.'
 */
export function sweepDescription(points: readonly JudgedPoint[], k: number): string {
  if (points.length === 0) return 'No point has been computed yet.'
  return points
    .map(({ setting, means }) => {
      const values = (['recall', 'precision', 'iou', 'contextTokens'] as const).flatMap(
        (measure) => {
          const value = means[measure]
          return value === null ? [] : [`${measureNames[measure](k)} ${shownValue(measure, value)}`]
        },
      )
      return `${settingWords(setting)}: ${values.join(', ')}.`
    })
    .join(' ')
}
