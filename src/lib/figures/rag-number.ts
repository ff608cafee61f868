import { formatCount } from '../format/format-count.ts'
import { formatNumber } from '../format/format-number.ts'
import type { MeanScores, PipelineEvaluation } from '../rag-lab/pipeline-evaluation.ts'
import type { LosingStage } from '../rag-lab/pipeline-trace.ts'
import { chanceRecall } from '../rag-lab/view/small-sums.ts'

/** What a text can quote of an evaluation. */
export type RagQuantity =
  keyof MeanScores | 'judged' | 'unanswerable' | 'passages' | 'chance' | 'lost' | 'reached'

export interface RagNumberRequest {
  readonly of: RagQuantity
  /** The k candidates, what would be kept without a reranker, or what was kept. */
  readonly side: 'candidates' | 'before' | 'after'
  /** For `lost`: the stage. */
  readonly stage?: LosingStage | undefined
  readonly evaluation: PipelineEvaluation
  readonly passages: number
  readonly k: number
}

/**
 * A number of an evaluation. `chance` is the recall of k passages chosen at random, k over all.
 * Units: shares of 1, counts, tokens.
 *
 * @throws RangeError when there is nothing to measure by
 */
export function ragNumber(request: RagNumberRequest): number {
  const { of, side, stage, evaluation, passages, k } = request
  const lost = (at: LosingStage | null) =>
    evaluation.lost.find((row) => row.stage === at)?.questions ?? 0
  switch (of) {
    case 'judged':
    case 'unanswerable':
      return evaluation[of]
    case 'passages':
      return passages
    case 'chance':
      return chanceRecall(k, passages)
    case 'reached':
      return lost(null)
    case 'lost':
      return lost(stage ?? null)
    default: {
      const means = evaluation[side]
      if (means === null) throw new RangeError('No question has evidence to measure by.')
      return means[of]
    }
  }
}

/**
 * The same, written: shares with two decimals, counts and tokens whole.
 *
 * @example ragNumberText({ of: 'judged', … }) //=> '25'
 */
export function ragNumberText(request: RagNumberRequest): string {
  const value = ragNumber(request)
  const isShare =
    value <= 1 && !['judged', 'unanswerable', 'passages', 'lost', 'reached'].includes(request.of)
  return isShare
    ? formatNumber(value, { digits: 2, keepZeros: true })
    : formatCount(Math.round(value))
}
