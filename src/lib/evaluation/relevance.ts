/**
 * How relevant a document is to a question, by its name: 0 or absent is not relevant, 1 and more is,
 * and a higher grade is better where grades count (nDCG).
 */
export type Relevance = Readonly<Record<string, number>>

/** A ranking of documents by name, best first, and what is relevant. */
export interface RankedAnswer {
  readonly ranking: readonly (string | number)[]
  readonly relevance: Relevance
}

/** The same, looked at down to a rank. */
export interface RankedAnswerAtK extends RankedAnswer {
  /** The cutoff: how many of the ranking count. */
  readonly k: number
}
