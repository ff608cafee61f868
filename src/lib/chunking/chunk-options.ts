import type { Span } from './chunk.ts'

export type ChunkStrategy =
  'characters' | 'tokens' | 'sentence' | 'recursive' | 'markdown' | 'semantic'

/** What `size` and `overlap` count: code points of the text, or tokens of an embedder. */
export type ChunkUnit = 'characters' | 'tokens'

/** How a text is cut. */
export interface ChunkOptions {
  readonly strategy: ChunkStrategy
  /** Most units of a chunk; at least 1. */
  readonly size: number
  /** Units that a chunk may repeat of the one before; 0 or more, less than `size`. */
  readonly overlap: number
  readonly unit: ChunkUnit
  /**
   * Where each token of the text lies, in order, as the embedder's own tokenizer cuts it; needed
   * when `unit` is tokens or the strategy is 'tokens'. With characters, it only fills `tokens`.
   */
  readonly tokenSpans?: readonly Span[] | undefined
  /** Language of the text, for its sentences; a BCP 47 tag such as 'en' or 'zh'. */
  readonly language?: string | undefined
  /**
   * Semantic only: distance (1 - cosine) between each sentence and the next, one less than there
   * are sentences in `sentenceSpans(text, language)`; see `semanticUnits` and `distancesOf`.
   */
  readonly distances?: readonly number[] | undefined
  /** Semantic only: a cut falls where the distance is above this. */
  readonly threshold?: number | undefined
  /** Semantic only: a group of fewer units takes in its neighbour. 0 by default. */
  readonly minimum?: number | undefined
}
