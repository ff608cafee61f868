import { flatVectors } from '../../retrieval/flat-vectors.ts'
import type { VectorTable } from '../pipeline-input.ts'

/**
 * Vectors of one length as one table; undefined without a vector.
 *
 * @throws RangeError when they differ in length
 * @example vectorTable([Float32Array.of(1, 0)])?.dimensions // 2
 */
export const vectorTable = (vectors: readonly Float32Array[]): VectorTable | undefined =>
  vectors.length === 0 ? undefined : flatVectors(vectors)
