import { presetState } from '../state/preset-hash.ts'
import type { PipelineInput } from './pipeline-input.ts'
import type { RagCorpus, RagQuestion } from './rag-corpus.ts'
import { ragSchema } from './rag-state.ts'
import type { RagState } from './rag-state.ts'
import { searchQueries } from './search-queries.ts'

/** For tests: a corpus whose passages are given texts, one after the other. */
export function handCorpus(texts: readonly string[], sections: readonly string[] = []): RagCorpus {
  let at = 0
  const passages = texts.map((text, index) => {
    const span = { start: at, end: at + text.length }
    at += text.length
    const own = sections.slice(index, index + 1)
    return {
      index,
      span,
      text,
      prefix: '',
      searched: text,
      headings: own,
      sections: own,
      injection: null,
    }
  })
  return {
    title: 'Tea',
    language: 'en',
    text: texts.join(''),
    passages,
    questions: [],
    injectedQuestion: null,
    sections,
    parsed: [],
  }
}

/** For tests: a question whose evidence is quotes of the corpus. */
export const handQuestion = (
  corpus: RagCorpus,
  text: string,
  quotes: readonly string[],
): RagQuestion => ({
  id: text,
  text,
  answer: '',
  kind: quotes.length === 0 ? 'unanswerable' : 'fact',
  language: 'en',
  gold: quotes.map((quote) => {
    const start = corpus.text.indexOf(quote)
    return { quote, span: start < 0 ? null : { start, end: start + quote.length } }
  }),
})

/** For tests: the lab as it opens, but for a search by words, which needs no vectors; then changed. */
export const ragState = (change: Partial<RagState> = {}): RagState => ({
  ...presetState({ schema: ragSchema, preset: { id: 'test', title: '', state: {} } }),
  method: 'bm25',
  ...change,
})

/** For tests: one run on a hand-made corpus. */
export function handInput(
  corpus: RagCorpus,
  question: RagQuestion,
  change: Partial<RagState> = {},
  more: Partial<PipelineInput> = {},
): PipelineInput {
  const state = ragState(change)
  return { state, corpus, question, queries: searchQueries(state, question.text), ...more }
}
