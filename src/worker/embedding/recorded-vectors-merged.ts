import type { RecordedRows, RecordedVectors } from './recorded-vectors.ts'

const mergedRows = (parts: readonly RecordedRows[]): RecordedRows => ({
  hashes: parts.flatMap(({ hashes }) => hashes),
  tokens: parts.flatMap(({ tokens }) => tokens),
  readTo: parts.flatMap(({ readTo }) => readTo),
  rows: btoa(parts.map(({ rows }) => atob(rows)).join('')),
})

/**
 * Recordings of one model and one corpus as one; texts are looked up as before. What other model
 * files recorded than the first is left out.
 */
export const mergedVectors = (
  first: RecordedVectors,
  others: readonly RecordedVectors[],
): RecordedVectors => {
  const same = others.filter(({ modelChecksum }) => modelChecksum === first.modelChecksum)
  if (same.length === 0) return first
  return {
    ...first,
    query: mergedRows([first, ...same].map(({ query }) => query)),
    passage: mergedRows([first, ...same].map(({ passage }) => passage)),
  }
}
