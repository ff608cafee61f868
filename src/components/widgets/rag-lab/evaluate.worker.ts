import { tokenCounter } from '../../../lib/prompt-assembly/token-counter.ts'
import { evaluatePipeline } from '../../../lib/rag-lab/evaluate-pipeline.ts'
import type { EvaluationReply, EvaluationRequest } from './evaluation.svelte.ts'

/** Runs the pipeline on all questions, away from the page's own thread. */
self.onmessage = ({ data }: MessageEvent<EvaluationRequest>) => {
  const { counts, ...input } = data
  let reply: EvaluationReply
  try {
    reply = { evaluation: evaluatePipeline({ ...input, countTokens: tokenCounter(counts) }) }
  } catch (error) {
    reply = { problem: error instanceof Error ? error.message : String(error) }
  }
  self.postMessage(reply)
}
