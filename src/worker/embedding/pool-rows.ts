/** Divides each row by its length; a row of zeros stays. */
export const normalizeRows = (
  rows: Float32Array<ArrayBuffer>,
  dimensions: number,
): Float32Array<ArrayBuffer> => {
  for (let start = 0; start < rows.length; start += dimensions) {
    const row = rows.subarray(start, start + dimensions)
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0))
    if (length > 0) for (let at = 0; at < dimensions; at++) row[at] = (row[at] ?? 0) / length
  }
  return rows
}

/**
 * The mean of all rows, divided by its length: what sentence-transformers calls mean pooling.
 *
 * @example poolRows(Float32Array.of(3, 0, 3, 8), 2) // [0.6, 0.8]
 */
export const poolRows = (rows: Float32Array, dimensions: number): Float32Array<ArrayBuffer> => {
  const sums = new Float64Array(dimensions)
  for (let at = 0; at < rows.length; at++)
    sums[at % dimensions] = (sums[at % dimensions] ?? 0) + (rows[at] ?? 0)
  const count = Math.max(1, rows.length / dimensions)
  return normalizeRows(
    Float32Array.from(sums, (sum) => sum / count),
    dimensions,
  )
}
