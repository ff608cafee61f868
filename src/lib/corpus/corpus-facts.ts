import type { Corpus } from './corpus.ts'

/** What a list of corpora shows of one, without its text. */
export interface CorpusFacts {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly about: string
  readonly licence: string
  /** UTF-16 units of the text. */
  readonly length: number
  readonly questionCount: number
}

/**
 * The facts of a corpus that a page may carry before the reader asks for its text.
 *
 * @example corpusFacts({ …, text: '# Tea\n', questions: [] }) // { …, length: 6, questionCount: 0 }
 */
export function corpusFacts(corpus: Corpus): CorpusFacts {
  const { id, title, language, about, licence, text, questions } = corpus
  return {
    id,
    title,
    language,
    about,
    licence,
    length: text.length,
    questionCount: questions.length,
  }
}
