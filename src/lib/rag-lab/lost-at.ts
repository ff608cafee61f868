import type { LosingStage, PipelineTrace } from './pipeline-trace.ts'
import { LOSING_STAGES } from './pipeline-trace.ts'
import { lostInGeneration } from './quote-fates.ts'
import { pipelineWords } from './pipeline-words.ts'

/**
 * The first stage that lost evidence, with a sentence. A question that needs two quotes is lost with
 * the first of them. To a question that the document does not answer, only the model can go wrong: by
 * answering. Words that a reader marked and that are not in the text are no loss of a stage.
 *
 * @example lostAt({ …, quotes: [{ …, lostAt: 'chunking' }] }).stage // 'chunking'
 */
export function lostAt(
  trace: Pick<PipelineTrace, 'question' | 'quotes' | 'answer' | 'missing'>,
): PipelineTrace['lost'] {
  const { question, quotes, answer, missing } = trace
  const { lost } = pipelineWords
  if (question.kind === 'unanswerable') {
    if (answer === null) return { stage: null, sentence: lost.unanswerable }
    return answer.refused
      ? { stage: null, sentence: lost.refusedRightly }
      : { stage: 'generation', sentence: lost.answeredAnyway }
  }
  if (quotes.length === 0) return { stage: null, sentence: lost.noEvidence }
  if (question.kind === 'own' && quotes.every(({ span }) => span === null)) {
    return { stage: null, sentence: lost.notInText }
  }
  const stages: readonly (LosingStage | null)[] = quotes.map((quote) => quote.lostAt)
  const stage = LOSING_STAGES.find((each) => stages.includes(each)) ?? null
  if (missing.length > 0 && stage !== 'parsing' && stage !== 'chunking') {
    return { stage: null, sentence: lost.waiting }
  }
  if (stage !== null) {
    const gone = stages.filter((each) => each === stage).length
    return { stage, sentence: lost.at[stage](gone, quotes.length) }
  }
  if (answer === null) return { stage: null, sentence: lost.inPrompt(quotes.length) }
  if (!lostInGeneration(answer)) return { stage: null, sentence: lost.kept }
  return { stage: 'generation', sentence: lost.at.generation(quotes.length, quotes.length) }
}
