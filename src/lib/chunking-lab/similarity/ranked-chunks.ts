import type { Span } from '../../chunking/chunk.ts'
import { isRelevantChunk } from '../../evaluation/is-relevant-chunk.ts'
import { topK } from '../../retrieval/top-k.ts'
import type { LabChunk } from '../lab-chunk.ts'
import type { FlatVectors } from '../../retrieval/flat-vectors.ts'

/** A chunk at its place among the answers to a question. */
export interface RankedChunk {
  /** 1 for the best. */
  readonly rank: number
  /** Its index among the chunks. */
  readonly index: number
  readonly cosine: number
  /** It holds the answer, as far as that is marked. */
  readonly gold: boolean
}

/**
 * All chunks by their cosine with a question, best first.
 *
 * Units: vectors of length 1 are expected, as the embedders give them.
 *
 * @throws RangeError when question and chunks come from different models
 * @example rankedChunks({ query, vectors, gold: new Set([3]) })[0] // { rank: 1, index: 3, cosine: 0.61, gold: true }
 */
export function rankedChunks(request: {
  readonly query: Float32Array
  readonly vectors: FlatVectors
  readonly gold: ReadonlySet<number>
}): readonly RankedChunk[] {
  const { query, vectors, gold } = request
  return topK(query, vectors.values, vectors.dimensions, vectors.count).map(
    ({ index, score }, place) => ({
      rank: place + 1,
      index,
      cosine: score,
      gold: gold.has(index),
    }),
  )
}

/**
 * Indexes of the chunks that hold an answer; a chunk that a library changed has no place in the
 * text, so that nobody knows.
 *
 * @example goldChunks(chunks, [{ start: 10, end: 40 }]) // Set { 0 }
 */
export const goldChunks = (
  chunks: readonly LabChunk[],
  spans: readonly Span[],
): ReadonlySet<number> =>
  new Set(
    chunks.flatMap((chunk, index) =>
      chunk.literal === undefined && isRelevantChunk(chunk, spans) ? [index] : [],
    ),
  )
