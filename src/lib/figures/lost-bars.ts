import { countOf } from '../format/count-of.ts'
import type { PipelineEvaluation } from '../rag-lab/pipeline-evaluation.ts'
import type { LosingStage } from '../rag-lab/pipeline-trace.ts'
import { losingStageNames } from '../rag-lab/stage-names.ts'

export interface LostPart {
  /** Null: all of the evidence reached the prompt. */
  readonly stage: LosingStage | null
  readonly name: string
  readonly questions: number
}

export interface LostBar {
  readonly parts: readonly LostPart[]
  readonly total: number
  readonly text: string
}

/**
 * Where the evidence of each question was lost: one part a stage that lost any, and one for those
 * that reached the prompt.
 * Units: questions.
 *
 * @example lostBar(evaluation).text //=> '20 reached the prompt; 5 lost in retrieval'
 */
export function lostBar({ lost }: Pick<PipelineEvaluation, 'lost'>): LostBar {
  const reached = lost.filter(({ stage }) => stage === null)
  const parts = [...reached, ...lost.filter(({ stage }) => stage !== null)]
    .filter(({ questions }) => questions > 0)
    .map(({ stage, questions }) => ({
      stage,
      questions,
      name: stage === null ? 'reached the prompt' : losingStageNames[stage],
    }))
  const total = parts.reduce((sum, { questions }) => sum + questions, 0)
  const text = parts
    .map(({ stage, name, questions }) =>
      stage === null ? `${countOf(questions, 'question')} ${name}` : `${questions} lost in ${name}`,
    )
    .join('; ')
  return { parts, total, text }
}
