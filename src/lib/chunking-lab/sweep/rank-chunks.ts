import { topK } from '../../retrieval/top-k.ts'

/** As many chunks as a question's ranking keeps; k is at most this. */
export const RANKED = 100

/**
 * The places of the chunks that lie nearest to a question, best first.
 *
 * @example rankChunks(Float32Array.of(1, 0), Float32Array.of(0, 1, 1, 0)) //=> [1, 0]
 */
export const rankChunks = (
  question: Float32Array,
  chunks: Float32Array,
  most = RANKED,
): readonly number[] => topK(question, chunks, question.length, most).map(({ index }) => index)
