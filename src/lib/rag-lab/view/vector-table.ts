import type { VectorTable } from '../pipeline-input.ts'

/**
 * Vectors of one length as one table; undefined without a vector.
 *
 * @throws RangeError when they differ in length
 * @example vectorTable([Float32Array.of(1, 0)])?.dimensions // 2
 */
export function vectorTable(vectors: readonly Float32Array[]): VectorTable | undefined {
  const dimensions = vectors[0]?.length
  if (dimensions === undefined) return undefined
  const values = new Float32Array(vectors.length * dimensions)
  for (const [row, vector] of vectors.entries()) {
    if (vector.length !== dimensions)
      throw new RangeError(
        `Vector ${row + 1} has ${vector.length} numbers, the first ${dimensions}.`,
      )
    values.set(vector, row * dimensions)
  }
  return { values, dimensions }
}
