import type { ChunkStrategy, ChunkUnit } from '../chunking/chunk-options.ts'
import { EMBEDDERS, type EmbedderId } from '../embedding/embedders.ts'
import { recordedChunking } from '../embedding/recorded-chunking.ts'
import type { Engine } from '../memory/setup.ts'
import { DEFENCES, PASSAGE_ORDERS } from '../prompt-assembly/prompt-settings.ts'
import type { Defence, PassageOrder, PromptSettings } from '../prompt-assembly/prompt-settings.ts'
import { choiceField, flagField } from '../state/choice-field.ts'
import type { Schema } from '../state/field.ts'
import { listField } from '../state/list-field.ts'
import { numberField, optionalNumberField } from '../state/number-field.ts'
import { idField, textField } from '../state/text-field.ts'

/** 1: what becomes of the document before anything else reads it. */
export const PARSINGS = ['markdown', 'plain', 'page-text'] as const
export type Parsing = (typeof PARSINGS)[number]

export const RAG_STRATEGIES = [
  'characters',
  'tokens',
  'sentence',
  'recursive',
  'markdown',
] as const satisfies readonly ChunkStrategy[]
export type RagStrategy = (typeof RAG_STRATEGIES)[number]

/** 4: what is searched with. */
export const QUERY_MODES = ['as-is', 'rewrite', 'multi-query', 'hyde'] as const
export type QueryMode = (typeof QUERY_MODES)[number]

/** 5: how passages are found. */
export const RETRIEVAL_METHODS = ['bm25', 'dense', 'dense-approximate', 'hybrid'] as const
export type RetrievalMethod = (typeof RETRIEVAL_METHODS)[number]

/** 6: the second, slower look at the candidates. */
export const RERANKERS = ['none', 'late-interaction', 'question-likelihood'] as const
export type Reranker = (typeof RERANKERS)[number]

/** The nine stages, in their order; the view opens one at a time. */
export const RAG_STAGES = [
  'document',
  'chunking',
  'embedding',
  'query',
  'retrieval',
  'rerank',
  'prompt',
  'model',
  'answer',
] as const
export type RagStageName = (typeof RAG_STAGES)[number]

/** What stands beside or below the stages. */
export const RAG_VIEWS = ['stages', 'ranks', 'prompt', 'all-questions', 'injection'] as const
export type RagView = (typeof RAG_VIEWS)[number]

/** The corpus that stands for the reader's own text, and the question that stands for their own. */
export const OWN = 'own'
/** The question that comes with a passage with an instruction. */
export const INJECTED = 'injected'

export const SEED_MOST = 2_147_483_647

/** Everything that a learner sets in the RAG lab; the keys stand in its links. */
export interface RagState extends PromptSettings {
  // 1 document and parsing
  /** Id of a corpus, or `own`. */
  readonly corpus: string
  /** The reader's own text, Markdown or plain. */
  readonly text: string
  readonly language: 'en' | 'zh'
  readonly parsing: Parsing
  /** Id of a passage with an instruction that is put among the others; '' for none. */
  readonly injection: string
  // 2 chunking
  readonly strategy: RagStrategy
  readonly size: number
  readonly overlap: number
  readonly unit: ChunkUnit
  /** Title and headings stand before each chunk, for the search and in the prompt. */
  readonly headingPrefix: boolean
  // 3 embedding
  readonly indexModel: EmbedderId
  readonly queryModel: EmbedderId
  /** The model's "query: " and "passage: " are put before the texts. */
  readonly prefixes: boolean
  // 4 query
  /** Id of a question of the corpus, `own`, or `injected`; '' is the first. */
  readonly question: string
  readonly ownQuestion: string
  /** The words of the text that answer the own question, one quote a line. */
  readonly ownEvidence: string
  /** Questions of the reader's own text that are judged together, as `ownQuestions` reads them. */
  readonly ownQuestions: string
  readonly queryMode: QueryMode
  /** What the question was rewritten to, one a line; for HyDE the imagined passage. */
  readonly rewritten: string
  // 5 retrieval
  readonly method: RetrievalMethod
  readonly k1: number
  readonly b: number
  readonly efSearch: number
  readonly rrfK: number
  /** Null: no choice by maximal marginal relevance. */
  readonly mmrLambda: number | null
  /** Only passages below the heading of this name; '' for all. */
  readonly section: string
  /** How many candidates the search hands on. */
  readonly k: number
  // 6 rerank
  readonly reranker: Reranker
  /** How many passages stay after it, with or without a reranker. */
  readonly keepN: number
  // 7 prompt: the fields of PromptSettings
  // 8 model
  readonly source: 'recorded' | 'live'
  readonly temperature: number
  readonly seed: number
  readonly maxTokens: number
  /** Rank of the passage that is dragged to another place in the prompt; null: as ordered. */
  readonly dragged: number | null
  /** The place, from 1, that it is dragged to. */
  readonly draggedTo: number
  // "My setup", for the cache
  readonly setupModel: string
  readonly setupConfig: string
  readonly engine: Engine
  readonly stage: RagStageName
  readonly view: RagView
}

const whole = (label: string, initial: number, min: number, max: number) =>
  numberField({ label, initial, min, max, whole: true })
const embedder = (label: string) =>
  choiceField<EmbedderId>({ label, initial: EMBEDDERS[0], choices: EMBEDDERS })

export const ragSchema: Schema<RagState> = {
  corpus: idField({ label: 'Text', initial: 'bench-supply' }),
  text: textField({ label: 'Your text', initial: '', longest: 50_000 }),
  language: choiceField({ label: 'Language', initial: 'en', choices: ['en', 'zh'] }),
  parsing: choiceField<Parsing>({ label: 'Parsing', initial: 'markdown', choices: PARSINGS }),
  injection: idField({ label: 'Passage with an instruction', initial: '' }),
  strategy: choiceField<RagStrategy>({
    label: 'Strategy',
    initial: recordedChunking.strategy,
    choices: RAG_STRATEGIES,
  }),
  size: whole('Size', recordedChunking.size, 1, 1_000_000),
  overlap: whole('Overlap', recordedChunking.overlap, 0, 1_000_000),
  unit: choiceField<ChunkUnit>({
    label: 'Counted in',
    initial: 'characters',
    choices: ['characters', 'tokens'],
  }),
  headingPrefix: flagField({ label: 'Headings before each chunk', initial: false }),
  indexModel: embedder('Embedder of the passages'),
  queryModel: embedder('Embedder of the question'),
  prefixes: flagField({ label: 'The model’s own prefixes', initial: true }),
  question: idField({ label: 'Question', initial: '' }),
  ownQuestion: textField({ label: 'Your question', initial: '', longest: 2000 }),
  ownEvidence: textField({ label: 'Words that answer it', initial: '', longest: 4000 }),
  ownQuestions: textField({ label: 'Your questions', initial: '', longest: 8000 }),
  queryMode: choiceField<QueryMode>({ label: 'Query', initial: 'as-is', choices: QUERY_MODES }),
  rewritten: textField({ label: 'Rewritten question', initial: '', longest: 4000 }),
  method: choiceField<RetrievalMethod>({
    label: 'Search',
    initial: 'hybrid',
    choices: RETRIEVAL_METHODS,
  }),
  k1: numberField({ label: 'k1', initial: 1.5, min: 0, max: 10 }),
  b: numberField({ label: 'b', initial: 0.75, min: 0, max: 1 }),
  efSearch: whole('efSearch', 20, 1, 1000),
  rrfK: numberField({ label: 'RRF constant', initial: 60, min: 0, max: 1000 }),
  mmrLambda: optionalNumberField({ label: 'MMR lambda', min: 0, max: 1 }),
  section: textField({ label: 'Section', initial: '', longest: 200 }),
  k: whole('Candidates', 5, 1, 100),
  reranker: choiceField<Reranker>({ label: 'Reranker', initial: 'none', choices: RERANKERS }),
  keepN: whole('Passages kept', 3, 1, 100),
  tokenBudget: whole('Token budget', 1000, 1, 1_000_000),
  order: choiceField<PassageOrder>({
    label: 'Order of passages',
    initial: 'best-first',
    choices: PASSAGE_ORDERS,
  }),
  citations: flagField({ label: 'Citations', initial: true }),
  onlyFromContext: flagField({ label: 'Answer only from the passages', initial: true }),
  refusal: flagField({ label: 'Rule for "not found"', initial: true }),
  json: flagField({ label: 'Answer as JSON', initial: false }),
  defences: listField({
    label: 'Defences',
    initial: ['delimit'],
    item: choiceField<Defence>({ label: 'A defence', initial: 'delimit', choices: DEFENCES }),
    longest: DEFENCES.length,
  }),
  source: choiceField({ label: 'Answer', initial: 'recorded', choices: ['recorded', 'live'] }),
  temperature: numberField({ label: 'Temperature', initial: 0, min: 0, max: 100 }),
  seed: whole('Seed', 42, 0, SEED_MOST),
  maxTokens: whole('Tokens to write', 60, 1, 300),
  dragged: optionalNumberField({ label: 'Dragged passage', min: 1, max: 100, whole: true }),
  draggedTo: whole('Place', 1, 1, 100),
  setupModel: idField({
    label: 'Model',
    initial: 'deepseek-r1-distill-qwen-14b',
    setup: 'model',
  }),
  setupConfig: textField({
    label: 'config.json',
    initial: '',
    longest: 60_000,
    setup: 'config',
  }),
  engine: choiceField<Engine>({
    label: 'Engine',
    initial: 'llama.cpp',
    choices: ['llama.cpp', 'vllm', 'transformers'],
    setup: 'engine',
  }),
  stage: choiceField<RagStageName>({ label: 'Stage', initial: 'document', choices: RAG_STAGES }),
  view: choiceField<RagView>({ label: 'View', initial: 'stages', choices: RAG_VIEWS }),
}
