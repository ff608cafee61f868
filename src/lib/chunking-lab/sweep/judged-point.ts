import { meanOf } from '../../statistics/mean-of.ts'
import type { QuestionScores } from '../../evaluation/question-scores.ts'
import type { SweepSetting } from './sweep-setting.ts'

/** What a sweep measures of a setting, in the order of the pictures. */
export const SWEEP_MEASURES = [
  'recall',
  'precision',
  'iou',
  'precisionOmega',
  'contextTokens',
] as const satisfies readonly (keyof QuestionScores)[]
export type SweepMeasure = (typeof SWEEP_MEASURES)[number]

/** A measure of each setting; null for tokens that nobody counted. */
export type SweepMeans = Readonly<Record<SweepMeasure, number | null>>

/** A setting with its scores. */
export interface JudgedPoint {
  readonly setting: SweepSetting
  readonly chunkCount: number
  readonly means: SweepMeans
  /** One row a question. */
  readonly rows: readonly QuestionScores[]
}

/**
 * The value of a measure for each question; null where some question has none.
 *
 * @example valuesOf(rows, 'recall') //=> [1, 0.5]
 */
export function valuesOf(
  rows: readonly QuestionScores[],
  measure: SweepMeasure,
): readonly number[] | null {
  const values = rows.map((row) => row[measure])
  const known = values.filter((value) => value !== null)
  return known.length === values.length && known.length > 0 ? known : null
}

/**
 * The means of the questions' scores, each question counting alike.
 *
 * @example sweepMeans([]) //=> { recall: null, … }
 */
export function sweepMeans(rows: readonly QuestionScores[]): SweepMeans {
  const mean = (measure: SweepMeasure) => {
    const values = valuesOf(rows, measure)
    return values === null ? null : meanOf(values)
  }
  return {
    recall: mean('recall'),
    precision: mean('precision'),
    iou: mean('iou'),
    precisionOmega: mean('precisionOmega'),
    contextTokens: mean('contextTokens'),
  }
}
