import type { Corpus } from '../corpus/corpus.ts'
import type { RecordedTexts } from './recorded-texts.ts'

/**
 * Ids of the questions of a corpus that are written in one of the languages.
 *
 * @example
 * questionsIn({ language: 'en', questions: [{ id: 'a' }, { id: 'b', language: 'zh' }] }, ['en'])
 * //=> ['a']
 */
export const questionsIn = (
  {
    language,
    questions,
  }: Pick<Corpus, 'language'> & {
    readonly questions: readonly Pick<Corpus['questions'][number], 'id' | 'language'>[]
  },
  languages: readonly string[],
): readonly string[] =>
  questions.filter((each) => languages.includes(each.language ?? language)).map(({ id }) => id)

/**
 * A recording without the questions whose ids are not `known`: an embedder's cosine with a question
 * in a language that it never learned says nothing about the passage.
 *
 * @example knownLanguage(recorded, new Set(['bench-unlock'])).questions.length //=> 1
 */
export const knownLanguage = (
  recorded: RecordedTexts,
  known: ReadonlySet<string>,
): RecordedTexts => ({
  ...recorded,
  questions: recorded.questions.filter(({ question }) => known.has(question)),
  ranked: recorded.ranked.map((each) => ({
    ...each,
    answers: each.answers.filter(({ question }) => known.has(question)),
  })),
})
