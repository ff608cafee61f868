import type { VectorTable } from '../rag-lab/pipeline-input.ts'

/**
 * Rows as one table; undefined while one of them is missing.
 *
 * @example asPassages([Float32Array.of(1, 0)])?.dimensions //=> 2
 */
export function asPassages(rows: readonly (Float32Array | undefined)[]): VectorTable | undefined {
  const known = rows.filter((row) => row !== undefined)
  const dimensions = known[0]?.length ?? 0
  if (known.length < rows.length || dimensions === 0) return undefined
  const values = new Float32Array(known.length * dimensions)
  for (const [place, row] of known.entries()) values.set(row, place * dimensions)
  return { values, dimensions }
}
