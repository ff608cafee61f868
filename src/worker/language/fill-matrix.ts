/** A matrix in blocks along its rows' index: a weight is scale · code + minimum of its block. */
export interface BlockMatrix {
  readonly rows: number
  readonly columns: number
  /** How many rows share a scale, in each column. */
  readonly block: number
  /** Row after row: two 4-bit codes a byte, the first in the low half, or signed bytes. */
  readonly codes: Uint8Array | Int8Array
  /** Block after block, one a column. */
  readonly scales: Float32Array
  readonly minima: Float32Array | null
}

const fill4 = (
  { rows, columns, block, codes, scales }: BlockMatrix,
  minima: Float32Array,
  target: Float32Array,
): void => {
  for (let row = 0; row < rows; row++) {
    const shared = Math.floor(row / block) * columns
    const start = row * columns
    for (let column = 0; column < columns; column += 2) {
      const pair = codes[(start + column) >> 1] ?? 0
      const at = shared + column
      target[start + column] = (scales[at] ?? NaN) * (pair & 15) + (minima[at] ?? NaN)
      target[start + column + 1] = (scales[at + 1] ?? NaN) * (pair >> 4) + (minima[at + 1] ?? NaN)
    }
  }
}

const fill8 = (
  { rows, columns, block, codes, scales }: BlockMatrix,
  target: Float32Array,
): void => {
  for (let row = 0; row < rows; row++) {
    const shared = Math.floor(row / block) * columns
    const start = row * columns
    for (let column = 0; column < columns; column++)
      target[start + column] = (scales[shared + column] ?? NaN) * (codes[start + column] ?? NaN)
  }
}

/** Writes the float32 weights of a matrix, row after row; the number of columns is even. */
export const fillMatrix = (matrix: BlockMatrix, target: Float32Array): void => {
  if (matrix.minima === null) fill8(matrix, target)
  else fill4(matrix, matrix.minima, target)
}
