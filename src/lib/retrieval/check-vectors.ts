/**
 * How many rows a flat table of vectors holds, once query and table are known to fit together.
 *
 * Units: rows.
 *
 * @throws RangeError when the dimensions are no whole number above 0, the query has another length,
 * or the table is no whole number of rows
 * @example checkVectors(new Float32Array(2), new Float32Array(6), 2) // 3
 */
export function checkVectors(
  query: Float32Array,
  vectors: Float32Array,
  dimensions: number,
): number {
  if (!Number.isInteger(dimensions) || dimensions < 1) {
    throw new RangeError(
      `There are ${dimensions} dimensions; there must be a whole number above 0.`,
    )
  }
  if (query.length !== dimensions) {
    throw new RangeError(
      `The query has ${query.length} numbers and the vectors ${dimensions}; they come from different models.`,
    )
  }
  if (vectors.length % dimensions !== 0) {
    throw new RangeError(
      `${vectors.length} numbers do not make whole rows of ${dimensions} dimensions.`,
    )
  }
  return vectors.length / dimensions
}
