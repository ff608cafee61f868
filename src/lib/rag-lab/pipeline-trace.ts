import type { AnswerCheck } from '../prompt-assembly/answer-check.ts'
import type { AssembledPrompt } from '../prompt-assembly/assembled-prompt.ts'
import type { SearchQuery } from './pipeline-input.ts'
import type { GoldQuote, RagQuestion } from './rag-corpus.ts'

/** A stage that can lose the evidence. */
export const LOSING_STAGES = [
  'parsing',
  'chunking',
  'retrieval',
  'rerank',
  'prompt',
  'generation',
] as const
export type LosingStage = (typeof LOSING_STAGES)[number]

/** What a passage holds of the evidence: a whole quote, enough of one to count as relevant, or none. */
export type GoldShare = 'whole' | 'part' | 'none'

/** A passage at its place in a list. */
export interface RankedPassage {
  /** Index of the passage. */
  readonly passage: number
  /** From 1. */
  readonly rank: number
  readonly score: number
  readonly gold: GoldShare
  /** Why it went no further; null when it did. */
  readonly dropped: string | null
}

/** What one way of searching found with one query. */
export interface SearchList {
  readonly by: 'words' | 'vectors'
  /** Place in `queries`. */
  readonly query: number
  readonly ranked: readonly RankedPassage[]
  /** Vectors that were compared: all of them in an exact search, fewer in a graph; 0 for words. */
  readonly compared: number
}

export interface RetrievalTrace {
  /** One a query and way of searching; more than one are fused by reciprocal ranks. */
  readonly lists: readonly SearchList[]
  readonly fused: boolean
  /** Passages that the filter let through. */
  readonly searched: number
  /** Candidates, best first, at most k. */
  readonly ranked: readonly RankedPassage[]
  /** Approximate search: share of the exact search's first k that it found; else null. */
  readonly exactShare: number | null
  /** One sentence each on what is not as one might think. */
  readonly notes: readonly string[]
}

export interface RerankTrace {
  /** 'none' also where its scores are not there yet. */
  readonly by: 'none' | 'late-interaction' | 'question-likelihood'
  /** Candidates in their new order; the first keepN go on. */
  readonly ranked: readonly RankedPassage[]
  /** Model passes that it cost for this question. */
  readonly passes: number
  /** Late interaction: products of a question's token with a passage's token; 0 where recorded. */
  readonly comparisons: number
}

/** What became of one quote. */
export interface QuoteFate extends GoldQuote {
  /** Null: it is there to the end, or nobody can tell yet. */
  readonly lostAt: LosingStage | null
  /** Best rank of a passage that holds it whole, after each stage; null where none does. */
  readonly ranks: {
    readonly retrieval: number | null
    readonly rerank: number | null
    /** Its number in the prompt. */
    readonly prompt: number | null
  }
  /** Passages that hold it whole. */
  readonly passages: readonly number[]
}

/** Metrics of one question after one stage; all null where it has no evidence in the text. */
export interface StageScores {
  /** Share of the relevant passages among the first k. */
  readonly recall: number | null
  readonly reciprocalRank: number | null
  readonly ndcg: number | null
  /** Characters: evidence against what the passages hold. */
  readonly iou: number | null
  readonly spanRecall: number | null
  readonly spanPrecision: number | null
  /** Tokens of the passages. */
  readonly tokens: number
}

/** What a run waits for. */
export type MissingPiece = 'chunk-vectors' | 'query-vectors' | 'token-rows' | 'likelihoods'

/** One question through all stages. */
export interface PipelineTrace {
  readonly question: RagQuestion
  readonly queries: readonly SearchQuery[]
  /** What the caller has yet to compute; stages that need it are passed over. */
  readonly missing: readonly MissingPiece[]
  /** Passages that count as relevant, by index. */
  readonly relevant: readonly number[]
  readonly retrieval: RetrievalTrace
  readonly rerank: RerankTrace
  readonly prompt: AssembledPrompt
  /** Null without an answer. */
  readonly answer: AnswerCheck | null
  readonly quotes: readonly QuoteFate[]
  readonly scores: {
    /** The first k candidates. */
    readonly retrieval: StageScores
    /** The first keepN before the reranker: what would have been kept without it. */
    readonly unreranked: StageScores
    /** The keepN that were kept. */
    readonly rerank: StageScores
    /** What stands in the prompt. */
    readonly prompt: StageScores
  }
  /** The first stage that lost evidence, with a sentence; `stage` null when none did. */
  readonly lost: { readonly stage: LosingStage | null; readonly sentence: string }
}
