import { ownQuestion } from './own-questions.ts'
import type { RagCorpus, RagQuestion } from './rag-corpus.ts'
import { INJECTED, OWN } from './rag-state.ts'
import type { RagState } from './rag-state.ts'

/**
 * The question that the state asks: one of the corpus by its id, the first one, or the reader's own
 * with the words that answer it, one quote a line, or the one of the injected passage. Null when there is none to ask.
 *
 * @example askedQuestion({ question: '', ownQuestion: '', ownEvidence: '' }, corpus).id // the first
 */
export function askedQuestion(
  state: Pick<RagState, 'question' | 'ownQuestion' | 'ownEvidence'>,
  corpus: RagCorpus,
): RagQuestion | null {
  const { question, ownEvidence } = state
  if (question === INJECTED && corpus.injectedQuestion !== null) return corpus.injectedQuestion
  if (question !== OWN && corpus.questions.length > 0) {
    return corpus.questions.find(({ id }) => id === question) ?? corpus.questions[0] ?? null
  }
  if (state.ownQuestion.trim() === '') return null
  return ownQuestion({ id: OWN, question: state.ownQuestion, evidence: ownEvidence }, corpus.text)
}
