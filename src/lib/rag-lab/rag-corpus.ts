import type { Span } from '../chunking/chunk.ts'
import type { QuestionKind } from '../corpus/corpus.ts'

/** A piece of the evidence for a question, and where it stands in the parsed text. */
export interface GoldQuote {
  readonly quote: string
  /** Null: lost in parsing. */
  readonly span: Span | null
}

/** A question with its evidence in the text as it was parsed. */
export interface RagQuestion {
  readonly id: string
  readonly text: string
  /** What a right answer says; '' where nobody has said. */
  readonly answer: string
  readonly kind: QuestionKind | 'own'
  readonly language: string
  readonly gold: readonly GoldQuote[]
}

/** A chunk as it is indexed and as it goes into the prompt. */
export interface RagPassage {
  /** Its place in the list, from 0. */
  readonly index: number
  /** Range of the parsed text; null for a passage that was put in with an instruction. */
  readonly span: Span | null
  readonly text: string
  /** Title and headings before it, ending in a line feed; '' for none. */
  readonly prefix: string
  /** What is embedded and searched: prefix and text. */
  readonly searched: string
  /** Headings above its first letter, outermost first. */
  readonly headings: readonly string[]
  /** Headings that it holds text of; what the filter goes by. */
  readonly sections: readonly string[]
  /** Id of the passage with an instruction, where it is one. */
  readonly injection: string | null
}

/** A document, parsed and cut, and its questions: what every run of the pipeline begins with. */
export interface RagCorpus {
  readonly title: string
  readonly language: string
  /** The text as it was parsed. */
  readonly text: string
  readonly passages: readonly RagPassage[]
  readonly questions: readonly RagQuestion[]
  /** What a reader asks in good faith who then meets the injected passage; null without one. */
  readonly injectedQuestion: RagQuestion | null
  /** Names of its headings, for the filter; empty where the parsing lost them. */
  readonly sections: readonly string[]
  /** What the parsing did, one sentence each. */
  readonly parsed: readonly string[]
}
