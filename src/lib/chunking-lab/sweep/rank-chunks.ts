import { topK } from '../../retrieval/top-k.ts'

/** As many chunks as a question's ranking keeps; k is at most this. */
export const RANKED = 100

/**
 * Puts vectors of equal length one behind the other, for the search.
 *
 * @example flatRows([Float32Array.of(1, 2), Float32Array.of(3, 4)]) //=> Float32Array [1, 2, 3, 4]
 */
export function flatRows(vectors: readonly Float32Array[]): Float32Array {
  const width = vectors[0]?.length ?? 0
  const flat = new Float32Array(width * vectors.length)
  vectors.forEach((vector, row) => flat.set(vector, row * width))
  return flat
}

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
