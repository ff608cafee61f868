import type { LabChunk } from '../lab-chunk.ts'
import { cosineOf, type CosineMatrix } from './cosine-matrix.ts'
import type { Cell } from './heat-layout.ts'
import { cosineText } from './say.ts'
import { words } from './words.ts'

/**
 * A cell of the heat map in words, with the overlap of chunks that follow each other.
 *
 * @example cellWords({ matrix, cell: { row: 0, column: 1 }, chunks }) // 'Chunks 1 and 2: cosine 0.71. …'
 */
export function cellWords(request: {
  readonly matrix: CosineMatrix
  readonly cell: Cell
  readonly chunks: readonly LabChunk[]
}): string {
  const { matrix, cell, chunks } = request
  const { row, column } = cell
  if (row === column) return words.heat.self(row + 1)
  const pair = words.heat.pair(row + 1, column + 1, cosineText(cosineOf(matrix, row, column), 3))
  const later = Math.max(row, column)
  const shared = Math.abs(row - column) === 1 ? (chunks[later]?.repeats.characters ?? 0) : 0
  return shared === 0 ? pair : `${pair} ${words.heat.shared(shared)}`
}
