import { pairedInterval, type PairedInterval } from '../../statistics/paired-interval.ts'
import { valuesOf, type JudgedPoint, type SweepMeasure } from './judged-point.ts'

/**
 * What a setting changes of a measure against a baseline, question by question, with the 95 %
 * interval of the mean difference; null where a value is missing or there is one question only.
 *
 * Source: `ir-intervals-2014`.
 *
 * @throws RangeError when the two were judged on different questions
 * @example comparePoints(baseline, point, 'iou')?.verdict // 'unclear'
 */
export function comparePoints(
  baseline: JudgedPoint,
  point: JudgedPoint,
  measure: SweepMeasure,
): PairedInterval | null {
  const before = valuesOf(baseline.rows, measure)
  const after = valuesOf(point.rows, measure)
  if (before === null || after === null || before.length < 2) return null
  return pairedInterval({ before, after })
}
