import type { RagCorpus, RagQuestion } from '../rag-corpus.ts'
import { INJECTED, OWN } from '../rag-state.ts'
import { labWords } from './lab-words.ts'

/** Questions under the name of their kind, as a list of choices. */
export interface QuestionGroup {
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

const ORDER = [
  'exact-code',
  'fact',
  'paraphrase',
  'two-places',
  'negation',
  'unanswerable',
] as const satisfies readonly RagQuestion['kind'][]

/**
 * The questions of a text by their kinds, one's own at the end.
 *
 * @example questionGroups({ questions: [], injectedQuestion: null }).length // 1: one's own
 */
export function questionGroups({
  questions,
  injectedQuestion,
}: Pick<RagCorpus, 'questions' | 'injectedQuestion'>): readonly QuestionGroup[] {
  const { ask } = labWords
  const own = [
    ...questions
      .filter(({ kind }) => kind === 'own')
      .map(({ id, text }) => ({ value: id, label: text })),
    { value: OWN, label: ask.own },
  ]
  const injected =
    injectedQuestion === null
      ? []
      : [{ label: ask.injected, choices: [{ value: INJECTED, label: injectedQuestion.text }] }]
  const kinds = ORDER.map((kind) => ({
    label: ask.kinds[kind],
    choices: questions
      .filter((question) => question.kind === kind)
      .map(({ id, text }) => ({ value: id, label: text })),
  }))
  return [
    ...injected,
    ...kinds.filter(({ choices }) => choices.length > 0),
    { label: ask.kinds.own, choices: own },
  ]
}
