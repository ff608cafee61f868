import type { PipelineInput } from './pipeline-input.ts'
import type { PipelineEvaluation } from './pipeline-evaluation.ts'

/** What differs from question to question; the rest of the input is the same for all. */
export type PerQuestion = Pick<
  PipelineInput,
  'question' | 'queries' | 'queryVectors' | 'tokenRows' | 'likelihoods'
>

export interface EvaluationInput extends Pick<
  PipelineInput,
  'state' | 'corpus' | 'chunkVectors' | 'countTokens'
> {
  readonly questions: readonly PerQuestion[]
}

export function evaluatePipeline(input: EvaluationInput): PipelineEvaluation {
  throw new RangeError(`Not built yet: ${input.questions.length} questions.`)
}
