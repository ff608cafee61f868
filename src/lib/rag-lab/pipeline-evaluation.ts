import type { RagQuestion } from './rag-corpus.ts'
import type { LosingStage, MissingPiece, StageScores } from './pipeline-trace.ts'

/** One question of the evaluation. */
export interface EvaluatedQuestion {
  readonly id: string
  readonly text: string
  readonly kind: RagQuestion['kind']
  /** Pieces of evidence that it needs. */
  readonly quotes: number
  /** Indexes of the candidates, as the search ordered them. */
  readonly found: readonly number[]
  readonly lostAt: LosingStage | null
  /** Without the reranker: the first keepN candidates as the search ordered them. */
  readonly before: StageScores
  /** With it. */
  readonly after: StageScores
  /** The k candidates. */
  readonly candidates: StageScores
}

/** Means over the questions that have evidence in the text. */
export interface MeanScores {
  readonly recall: number
  readonly mrr: number
  readonly ndcg: number
  readonly iou: number
  readonly spanRecall: number
  readonly spanPrecision: number
  readonly tokens: number
}

/** A difference of two means on the same questions, with its paired bootstrap interval of 95 %. */
export interface PairedDifference {
  readonly name: keyof MeanScores
  readonly before: number
  readonly after: number
  /** after - before */
  readonly difference: number
  readonly low: number
  readonly high: number
  /** Questions that got better, worse, and stayed as they were. */
  readonly better: number
  readonly worse: number
  readonly same: number
  /** One sentence, honest about what so few questions can show. */
  readonly verdict: string
}

/** The pipeline on all questions. */
export interface PipelineEvaluation {
  readonly rows: readonly EvaluatedQuestion[]
  /** Questions with evidence in the text, which the means are taken over. */
  readonly judged: number
  /** Questions that the document does not answer; they are not in the means. */
  readonly unanswerable: number
  /** Questions whose evidence was all lost in parsing; they are not in the means either. */
  readonly lostInParsing: number
  /** Null without a judged question. */
  readonly candidates: MeanScores | null
  readonly before: MeanScores | null
  readonly after: MeanScores | null
  readonly differences: readonly PairedDifference[]
  /** How many questions each stage lost; `null` is those that kept all. */
  readonly lost: readonly { readonly stage: LosingStage | null; readonly questions: number }[]
  /** Model passes of the reranker for all questions. */
  readonly passes: number
  readonly missing: readonly MissingPiece[]
  /** What came of it, in words. */
  readonly summary: string
}
