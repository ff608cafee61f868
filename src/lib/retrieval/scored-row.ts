/** A row of a table of vectors, or a document of a list, with its score. */
export interface ScoredRow {
  readonly index: number
  readonly score: number
}
