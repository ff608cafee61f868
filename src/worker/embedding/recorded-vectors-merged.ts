import type { RecordedRows, RecordedVectors } from './recorded-vectors.ts'

const mergedRows = (parts: readonly RecordedRows[]): RecordedRows => ({
  hashes: parts.flatMap(({ hashes }) => hashes),
  tokens: parts.flatMap(({ tokens }) => tokens),
  readTo: parts.flatMap(({ readTo }) => readTo),
  rows: btoa(parts.map(({ rows }) => atob(rows)).join('')),
})

/** Recordings of one model and one corpus as one; texts are looked up as before. */
export const mergedVectors = (
  first: RecordedVectors,
  others: readonly RecordedVectors[],
): RecordedVectors =>
  others.length === 0
    ? first
    : {
        ...first,
        query: mergedRows([first, ...others].map(({ query }) => query)),
        passage: mergedRows([first, ...others].map(({ passage }) => passage)),
      }
