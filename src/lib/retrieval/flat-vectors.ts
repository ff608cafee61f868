/** Vectors of one length, row after row in one array, as a worker can be sent. */
export interface FlatVectors {
  readonly values: Float32Array
  readonly count: number
  readonly dimensions: number
}

/**
 * Puts vectors after one another in one array.
 *
 * @throws RangeError when the vectors do not have the same length
 * @example flatVectors([Float32Array.of(1, 0), Float32Array.of(0, 1)]).values // [1, 0, 0, 1]
 */
export function flatVectors(rows: readonly Float32Array[]): FlatVectors {
  const dimensions = rows[0]?.length ?? 0
  const values = new Float32Array(rows.length * dimensions)
  for (const [index, row] of rows.entries()) {
    if (row.length !== dimensions) {
      throw new RangeError(
        `A vector has ${row.length} numbers and the first ${dimensions}; they come from different models.`,
      )
    }
    values.set(row, index * dimensions)
  }
  return { values, count: rows.length, dimensions }
}

/**
 * The vectors one by one again; they share the memory of the array.
 *
 * @example vectorRows({ values: Float32Array.of(1, 0), count: 1, dimensions: 2 }) // [[1, 0]]
 */
export const vectorRows = ({ values, count, dimensions }: FlatVectors): readonly Float32Array[] =>
  Array.from({ length: count }, (_, row) =>
    values.subarray(row * dimensions, (row + 1) * dimensions),
  )
