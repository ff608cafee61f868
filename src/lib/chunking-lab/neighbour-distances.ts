import { cosineSimilarity } from '../retrieval/cosine-similarity.ts'

/**
 * Distance of each vector to the next: 1 - cosine, from 0 (the same direction) to 2.
 *
 * @example neighbourDistances([Float32Array.of(1, 0), Float32Array.of(0, 1)]) //=> [1]
 */
export const neighbourDistances = (vectors: readonly Float32Array[]): readonly number[] =>
  vectors.slice(1).map((vector, index) => 1 - cosineSimilarity(vectors[index] ?? vector, vector))
