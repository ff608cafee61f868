/** Most tokens that are computed at once, padding included; between two batches "cancel" is heard. */
const mostTokens = 512

const mostTexts = 16

/**
 * Indexes of texts of these lengths, in batches of texts of nearly the same length, short ones first.
 *
 * @example batchesOf([3, 500, 2]) // [[2, 0], [1]]
 */
export const batchesOf = (lengths: readonly number[]): readonly (readonly number[])[] => {
  const order = [...lengths.keys()].sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0))
  const batches: number[][] = []
  let batch: number[] = []
  for (const index of order) {
    const padded = (batch.length + 1) * (lengths[index] ?? 0)
    if (batch.length > 0 && (batch.length === mostTexts || padded > mostTokens)) {
      batches.push(batch)
      batch = []
    }
    batch.push(index)
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}
