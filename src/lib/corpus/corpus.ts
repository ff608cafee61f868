import type { Span } from '../chunking/chunk.ts'

/** What makes a question hard, or what it is there to show. */
export type QuestionKind = 'fact' | 'paraphrase' | 'exact-code' | 'two-places' | 'negation'

/** A question about a document, with the words of the document that answer it. */
export interface CorpusQuestion {
  readonly id: string
  readonly text: string
  readonly answer: string
  readonly kind: QuestionKind
  /** The evidence, word for word as it stands in the document; each quote occurs there once. */
  readonly quotes: readonly string[]
}

/** A document with questions. */
export interface Corpus {
  readonly id: string
  readonly title: string
  /** BCP 47 tag: 'en' or 'zh'. */
  readonly language: string
  /** One sentence on what it is and who wrote it. */
  readonly about: string
  readonly licence: string
  /** Markdown. */
  readonly text: string
  readonly questions: readonly CorpusQuestion[]
}

/** A question with its evidence as ranges of the text. */
export interface GoldQuestion {
  readonly id: string
  readonly text: string
  readonly spans: readonly Span[]
}
