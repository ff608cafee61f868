/** A question of a corpus with its cosine to passages that hold its answer. */
export interface RecordedQuestion {
  readonly corpus: string
  readonly question: string
  /** To the words of the answer alone. */
  readonly alone: number
  /** To windows around them, one a size; null where the answer is longer. */
  readonly windows: readonly (number | null)[]
  /** To a passage of `longTokens` that begins, and to one that ends, with the answer. */
  readonly answerFirst: number | null
  readonly answerLast: number | null
}

/** How the chunks of one size rank for the questions whose answer one of them holds whole. */
export interface RecordedRanks {
  readonly corpus: string
  /** Tokens of a chunk; no overlap. */
  readonly size: number
  readonly chunks: number
  readonly answers: readonly {
    readonly question: string
    /** Rank of the chunk that holds the answer, 1 for the best. */
    readonly rank: number
    /** After how many tokens of that chunk the answer ends. */
    readonly answerEndsAt: number
  }[]
}

/**
 * What an embedder makes of the texts of the chapter on chunking, recorded in Chromium by
 * scripts/record-figures.mjs. Cosines are rounded to four decimals.
 */
export interface RecordedTexts {
  readonly model: string
  readonly modelChecksum: string
  /** `textHash` of each text that was read, and `questionsHash` of its questions. */
  readonly corpora: readonly {
    readonly id: string
    readonly text: string
    readonly questions: string
  }[]
  readonly sentences: readonly {
    readonly text: string
    readonly kind: string
    readonly vector: readonly number[]
  }[]
  /** Tokens of the windows. */
  readonly sizes: readonly number[]
  readonly longTokens: number
  readonly questions: readonly RecordedQuestion[]
  readonly ranked: readonly RecordedRanks[]
}
