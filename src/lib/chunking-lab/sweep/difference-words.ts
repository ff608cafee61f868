import { formatCount } from '../../format/format-count.ts'
import { formatNumber } from '../../format/format-number.ts'
import type { PairedInterval } from '../../statistics/paired-interval.ts'
import type { SweepMeasure } from './judged-point.ts'

const signed = (measure: SweepMeasure, value: number): string => {
  const digits = measure === 'contextTokens' ? 0 : 3
  const text = formatNumber(value, { digits, keepZeros: true })
  return /^-|^0(\.0+)?$/.test(text) ? text.replace('-', '−') : `+${text}`
}

/** A difference in its parts, for a table. */
export const differenceParts = (interval: PairedInterval, measure: SweepMeasure) => ({
  mean: signed(measure, interval.mean),
  interval: `${signed(measure, interval.low)} to ${signed(measure, interval.high)}`,
  sides:
    measure === 'contextTokens'
      ? `${interval.worse} / ${interval.better}`
      : `${interval.better} / ${interval.worse}`,
  verdict: verdictWords(interval, measure),
})

/**
 * The verdict on a difference: clear, or not on so many questions. More tokens are no gain.
 *
 * @example verdictWords(interval, 'iou') //=> 'no clear difference on 21 questions'
 */
export function verdictWords(
  { verdict, better, worse, same }: PairedInterval,
  measure: SweepMeasure,
): string {
  const count = better + worse + same
  if (verdict === 'unclear') {
    return `no clear difference on ${formatCount(count)} questions`
  }
  if (measure === 'contextTokens') return verdict === 'helps' ? 'clearly more' : 'clearly fewer'
  return verdict === 'helps' ? 'clearly better' : 'clearly worse'
}

/**
 * A difference in one phrase.
 *
 * @example differenceWords(interval, 'iou', 'recursive, 800')
 * //=> '+0.05 (+0.01 to +0.09) against recursive, 800: clearly better'
 */
export function differenceWords(
  interval: PairedInterval,
  measure: SweepMeasure,
  baseline: string,
): string {
  const parts = differenceParts(interval, measure)
  return `${parts.mean} (${parts.interval}) against ${baseline}: ${parts.verdict}`
}
