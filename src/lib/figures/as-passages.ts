import type { VectorTable } from '../rag-lab/pipeline-input.ts'
import { vectorTable } from '../rag-lab/view/vector-table.ts'

/**
 * Rows as one table; undefined while one of them is missing.
 *
 * @example asPassages([Float32Array.of(1, 0)])?.dimensions //=> 2
 */
export function asPassages(rows: readonly (Float32Array | undefined)[]): VectorTable | undefined {
  const known = rows.filter((row) => row !== undefined)
  return known.length < rows.length ? undefined : vectorTable(known)
}
