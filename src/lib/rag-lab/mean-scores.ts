import { meanOf } from '../statistics/mean-of.ts'
import type { MeanScores } from './pipeline-evaluation.ts'
import type { StageScores } from './pipeline-trace.ts'

/** The metrics, in the order in which they are shown. */
export const METRICS = [
  'recall',
  'mrr',
  'ndcg',
  'spanRecall',
  'spanPrecision',
  'iou',
  'tokens',
] as const satisfies readonly (keyof MeanScores)[]

/**
 * One metric of one question by the name of its mean; null where there is no evidence to measure by.
 *
 * @example scoreOf(scores, 'mrr') // its reciprocal rank
 */
export const scoreOf = (scores: StageScores, metric: keyof MeanScores): number | null =>
  metric === 'mrr' ? scores.reciprocalRank : scores[metric]

/**
 * Means of the metrics over questions with evidence, each question counting alike; null without one.
 *
 * Units: shares of 1; tokens.
 *
 * @example meanScores([scores])?.mrr
 */
export function meanScores(rows: readonly StageScores[]): MeanScores | null {
  if (rows.length === 0) return null
  const mean = (metric: keyof MeanScores): number =>
    meanOf(rows.map((row) => scoreOf(row, metric) ?? 0))
  return {
    recall: mean('recall'),
    mrr: mean('mrr'),
    ndcg: mean('ndcg'),
    iou: mean('iou'),
    spanRecall: mean('spanRecall'),
    spanPrecision: mean('spanPrecision'),
    tokens: mean('tokens'),
  }
}
