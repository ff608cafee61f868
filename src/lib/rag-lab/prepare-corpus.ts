import type { Chunk, Span } from '../chunking/chunk.ts'
import { chunkText } from '../chunking/chunk-text.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Injection } from '../corpus/injection.ts'
import { findQuotes } from './document/find-quotes.ts'
import { headingMarks, headingPath } from './document/heading-marks.ts'
import type { HeadingMark } from './document/heading-marks.ts'
import { parseDocument } from './document/parse-document.ts'
import type { RagCorpus, RagPassage, RagQuestion } from './rag-corpus.ts'
import { INJECTED } from './rag-state.ts'
import type { RagState } from './rag-state.ts'
import { madeTooMany } from './view/too-many-passages.ts'

type InjectedPassage = Pick<Injection, 'id' | 'passage' | 'question' | 'answer' | 'goldQuestion'>

export interface CorpusRequest {
  readonly corpus: Pick<Corpus, 'title' | 'language' | 'text' | 'questions'>
  readonly state: Pick<
    RagState,
    'parsing' | 'strategy' | 'size' | 'overlap' | 'unit' | 'headingPrefix'
  >
  /** A passage with an instruction that is put among the chunks. */
  readonly injection?: InjectedPassage | null | undefined
  /** Tokens of the parsed text; needed when sizes are counted in tokens. */
  readonly tokenSpans?: readonly Span[] | undefined
}

/**
 * Stages 1 and 2: parses a document, cuts it, writes headings before the chunks where that is asked
 * for, and finds the evidence of its questions again.
 *
 * @throws RangeError for chunk options that cannot be cut by, or that make more passages than the page
 * takes; the message says what is allowed
 * @example prepareCorpus({ corpus, state }).passages.length // 34
 */
export function prepareCorpus(request: CorpusRequest): RagCorpus {
  const { corpus, state, injection, tokenSpans } = request
  const { title, language } = corpus
  const { text, notes } = parseDocument(corpus, state.parsing)
  const { strategy, size, overlap, unit } = state
  const chunks = chunkText(text, { strategy, size, overlap, unit, tokenSpans, language })
  const problem = madeTooMany(chunks.length)
  if (problem !== '') throw new RangeError(problem)
  const marks = state.parsing === 'markdown' ? headingMarks(text) : []
  const passages = chunks.map((chunk, index) => {
    const prefix = state.headingPrefix ? prefixOf(title, marks, chunk) : ''
    return passageOf({ text, marks, chunk, index, prefix })
  })
  const questions = questionsOf(corpus, text)
  return {
    title,
    language,
    text,
    passages:
      injection === undefined || injection === null
        ? passages
        : [...passages, injected(injection, passages.length)],
    questions,
    injectedQuestion: injection ? injectedQuestion(injection, questions, language) : null,
    sections: [...new Set(marks.map(({ name }) => name))],
    parsed: notes,
  }
}

/** Title and headings before a chunk: the headings above it, not those that it shows itself. */
function prefixOf(title: string, marks: readonly HeadingMark[], chunk: Chunk): string {
  const above = headingPath(marks, chunk.start)
    .filter(({ start }) => start < chunk.start)
    .map(({ name }) => name)
  return `${above.length === 0 ? title : above.join(' › ')}\n`
}

function passageOf(from: {
  readonly text: string
  readonly marks: readonly HeadingMark[]
  readonly chunk: Chunk
  readonly index: number
  readonly prefix: string
}): RagPassage {
  const { marks, chunk, index, prefix } = from
  const text = from.text.slice(chunk.start, chunk.end)
  const first = chunk.start + (text.length - text.trimStart().length)
  const headings = headingPath(marks, first).map(({ name }) => name)
  const inside = marks
    .filter(({ start }) => start > first && start < chunk.end)
    .map(({ name }) => name)
  return {
    index,
    span: { start: chunk.start, end: chunk.end },
    text,
    prefix,
    searched: prefix + text,
    headings,
    sections: [...new Set([...headings, ...inside])],
    injection: null,
  }
}

const injected = ({ id, passage }: InjectedPassage, index: number): RagPassage => ({
  index,
  span: null,
  text: passage,
  prefix: '',
  searched: passage,
  headings: [],
  sections: [],
  injection: id,
})

const questionsOf = (corpus: CorpusRequest['corpus'], parsed: string): readonly RagQuestion[] =>
  corpus.questions.map(({ id, text, answer, kind, language, quotes }) => ({
    id,
    text,
    answer,
    kind,
    language: language ?? corpus.language,
    gold: findQuotes(parsed, corpus.text, quotes),
  }))

/** Its evidence is that of a question of the corpus that has the same answer. */
function injectedQuestion(
  { question, answer, goldQuestion }: InjectedPassage,
  questions: readonly RagQuestion[],
  language: string,
): RagQuestion {
  const same = questions.find(({ id }) => id === goldQuestion)
  return {
    id: INJECTED,
    text: question,
    answer,
    kind: same?.kind ?? 'own',
    language: same?.language ?? language,
    gold: same?.gold ?? [],
  }
}
