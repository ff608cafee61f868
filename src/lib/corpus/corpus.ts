import type { Span } from '../chunking/chunk.ts'

/**
 * What makes a question hard, or what it is there to show. A paraphrase shares no word with its
 * evidence; an exact code differs from others in one character; two places need both; a negation
 * turns on a "not", an "only" or an exception; to an unanswerable one the document says nothing.
 */
export type QuestionKind =
  'fact' | 'paraphrase' | 'exact-code' | 'two-places' | 'negation' | 'unanswerable'

/** A question about a document, with the words of the document that answer it. */
export interface CorpusQuestion {
  readonly id: string
  readonly text: string
  readonly answer: string
  readonly kind: QuestionKind
  /** BCP 47 tag of the question and its answer, where it is not the document's. */
  readonly language?: string
  /**
   * The evidence, word for word as it stands in the document; each quote occurs there once. Only an
   * unanswerable question has none.
   */
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
