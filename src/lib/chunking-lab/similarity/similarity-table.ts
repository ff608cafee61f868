import type { Table } from '../../export/table.ts'
import { cosineOf, type CosineMatrix } from './cosine-matrix.ts'
import { words } from './words.ts'

/**
 * The cosines of all pairs as a table: one row and one column a chunk, and a column for the question
 * where there is one. Four decimals.
 *
 * @example similarityTable({ matrix, question: null, caption: 'A text' }).columns // ['Chunk', '1', '2']
 */
export function similarityTable(request: {
  readonly matrix: CosineMatrix
  /** The question and its cosine with each chunk, in their order. */
  readonly question: { readonly text: string; readonly cosines: readonly number[] } | null
  readonly caption: string
}): Table {
  const { matrix, question, caption } = request
  const numbers = Array.from({ length: matrix.count }, (_, index) => index)
  return {
    caption,
    columns: [
      words.table.chunk,
      ...numbers.map((index) => String(index + 1)),
      ...(question === null ? [] : [words.table.question(question.text)]),
    ],
    rows: numbers.map((row) => [
      row + 1,
      ...numbers.map((column) => rounded(row === column ? 1 : cosineOf(matrix, row, column))),
      ...(question === null ? [] : [rounded(question.cosines[row] ?? 0)]),
    ]),
  }
}

const rounded = (cosine: number) => Math.round(cosine * 1e4) / 1e4
