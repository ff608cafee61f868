import { tokenCounter } from '../../../lib/prompt-assembly/token-counter.ts'
import { evaluatePipeline } from '../../../lib/rag-lab/evaluate-pipeline.ts'
import { answerAsks } from '../../../worker/answer-asks.ts'
import type { EvaluationRequest } from './evaluation.svelte.ts'

/** Runs the pipeline on all questions, away from the page's own thread. */
answerAsks(({ counts, ...input }: EvaluationRequest) =>
  evaluatePipeline({ ...input, countTokens: tokenCounter(counts) }),
)
