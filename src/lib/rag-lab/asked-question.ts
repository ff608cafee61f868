import { findQuotes } from './document/find-quotes.ts'
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
  const { question, ownQuestion, ownEvidence } = state
  if (question === INJECTED && corpus.injectedQuestion !== null) return corpus.injectedQuestion
  if (question !== OWN && corpus.questions.length > 0) {
    return corpus.questions.find(({ id }) => id === question) ?? corpus.questions[0] ?? null
  }
  if (ownQuestion.trim() === '') return null
  const quotes = ownEvidence.split('\n').filter((line) => line.trim() !== '')
  return {
    id: OWN,
    text: ownQuestion.trim(),
    answer: '',
    kind: 'own',
    language: /\p{Script=Han}/u.test(ownQuestion) ? 'zh' : 'en',
    gold: findQuotes(corpus.text, corpus.text, quotes),
  }
}
