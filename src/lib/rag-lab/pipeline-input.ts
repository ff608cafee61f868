import type { TokenCounter } from '../prompt-assembly/token-counter.ts'
import type { RagCorpus, RagQuestion } from './rag-corpus.ts'
import type { RagState } from './rag-state.ts'

/** A text that is searched with. */
export interface SearchQuery {
  readonly text: string
  readonly source: 'question' | 'rewritten' | 'imagined'
  /** How an embedder is told to read it: an imagined passage is read as a passage. */
  readonly role: 'query' | 'passage'
  /** Whether the search by words takes it. */
  readonly byWords: boolean
  /** Whether the search by vectors takes it. */
  readonly byVectors: boolean
}

/** Rows of one length, one after the other. */
export interface VectorTable {
  readonly values: Float32Array
  readonly dimensions: number
}

/** Token rows of the question and of candidates, for late interaction. */
export interface TokenRows {
  readonly dimensions: number
  readonly query: Float32Array
  /** By the passage's index. */
  readonly passages: ReadonlyMap<number, Float32Array>
}

/** What a model wrote. */
export interface ModelAnswer {
  readonly text: string
  /** False: it was cut at the most tokens. */
  readonly finished: boolean
}

/** What one run of the pipeline is made from. What is not there yet is named in the trace. */
export interface PipelineInput {
  /** The fields of stages 4 to 9 that a run reads. */
  readonly state: PipelineSettings
  readonly corpus: RagCorpus
  readonly question: RagQuestion
  /** `searchQueries(state, question)`, or what the caller made of it. */
  readonly queries: readonly SearchQuery[]
  /** One row a passage, by the embedder of the passages. */
  readonly chunkVectors?: VectorTable | undefined
  /** One for each of `queries`, by the embedder of the question; null where it is not searched by. */
  readonly queryVectors?: readonly (Float32Array | null)[] | undefined
  readonly tokenRows?: TokenRows | undefined
  /** Recorded scores of late interaction, by the passage's index; they go before the token rows. */
  readonly lateScores?: ReadonlyMap<number, number> | undefined
  /** Mean log-likelihood of a token of the question given the passage, in nats, by its index. */
  readonly likelihoods?: ReadonlyMap<number, number> | undefined
  /** Without it, tokens are estimated. */
  readonly countTokens?: TokenCounter | undefined
  readonly answer?: ModelAnswer | null | undefined
  /** Words that show that an injected order was obeyed. */
  readonly sign?: string | undefined
}

export type PipelineSettings = Pick<
  RagState,
  | 'method'
  | 'k1'
  | 'b'
  | 'efSearch'
  | 'rrfK'
  | 'mmrLambda'
  | 'section'
  | 'k'
  | 'reranker'
  | 'keepN'
  | 'tokenBudget'
  | 'order'
  | 'citations'
  | 'onlyFromContext'
  | 'refusal'
  | 'json'
  | 'defences'
  | 'dragged'
  | 'draggedTo'
>
