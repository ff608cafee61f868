import type { Span } from '../chunking/chunk.ts'
import { goldSurvives } from '../evaluation/gold-survives.ts'
import { cosineSimilarity } from '../retrieval/cosine-similarity.ts'

/** How the chunk with the answer stands among all chunks. */
export interface QuestionRank {
  /** 1 for the nearest. */
  readonly rank: number
  readonly chunks: number
  /** Cosine of the question with that chunk, with the nearest and with the furthest. */
  readonly cosine: number
  readonly best: number
  readonly last: number
}

/**
 * The rank of the best chunk that holds an answer whole, by cosine with the question; null where
 * none does.
 *
 * @example
 * questionRank({ question: [1, 0], chunks: [{ start: 0, end: 2 }, { start: 2, end: 4 }], rows: [[0, 1], [1, 0]], answer: { start: 0, end: 1 } })?.rank
 * //=> 2
 */
export function questionRank(request: {
  readonly question: ArrayLike<number>
  readonly chunks: readonly Span[]
  readonly rows: readonly ArrayLike<number>[]
  readonly answer: Span
}): QuestionRank | null {
  const { question, chunks, rows, answer } = request
  const cosines = rows.map((row) => cosineSimilarity(question, row))
  const holding = chunks.flatMap((chunk, index) =>
    goldSurvives([chunk], answer) ? [cosines[index] ?? -1] : [],
  )
  if (holding.length === 0) return null
  const cosine = holding.reduce((most, value) => Math.max(most, value))
  return {
    rank: 1 + cosines.filter((value) => value > cosine).length,
    chunks: chunks.length,
    cosine,
    best: cosines.reduce((most, value) => Math.max(most, value)),
    last: cosines.reduce((least, value) => Math.min(least, value)),
  }
}
