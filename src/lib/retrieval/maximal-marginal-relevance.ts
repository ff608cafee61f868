import { cosineSimilarity } from './cosine-similarity.ts'
import { mmrFormula } from './mmr.formula.ts'

export interface MmrRequest {
  readonly query: ArrayLike<number>
  readonly documents: readonly ArrayLike<number>[]
  /** 1: by relevance alone. 0: after the first, only unlike what is chosen. */
  readonly lambda: number
  /** How many to choose. */
  readonly k: number
}

/**
 * Maximal marginal relevance: chooses k documents one by one, first the most similar to the query,
 * then the one that is most similar to it and least like those that are chosen. Of equal ones the
 * earlier is taken.
 *
 * Formula: the largest `mmr`, similarities by cosine. Units: places in the list of documents.
 * Source: `mmr-1998`.
 *
 * @throws RangeError when lambda is not within 0 to 1, k is no whole number from 0, or vectors do
 * not have the same length
 * @example maximalMarginalRelevance({
 *   query: [1, 0], documents: [[1, 0], [1, 0.01], [0.7, 0.7]], lambda: 0.3, k: 2,
 * }) // [0, 2]
 */
export function maximalMarginalRelevance({ query, documents, lambda, k }: MmrRequest): number[] {
  if (!(lambda >= 0 && lambda <= 1)) {
    throw new RangeError(`lambda is ${lambda}; it must lie between 0 and 1.`)
  }
  if (!Number.isInteger(k) || k < 0) {
    throw new RangeError(`k is ${k}; it must be a whole number, 0 or more.`)
  }
  const relevances = documents.map((document) => cosineSimilarity(query, document))
  const redundancies = documents.map(() => -Infinity)
  const free = new Set(documents.keys())
  const chosen: number[] = []
  while (chosen.length < k && free.size > 0) {
    const next = best(free, (index) => {
      const relevance = relevances[index] ?? 0
      if (chosen.length === 0) return relevance
      return mmrFormula.evaluate({ lambda, relevance, redundancy: redundancies[index] ?? 0 })
    })
    free.delete(next)
    chosen.push(next)
    for (const index of free) {
      const similarity = cosineSimilarity(documents[next] ?? [], documents[index] ?? [])
      redundancies[index] = Math.max(redundancies[index] ?? -Infinity, similarity)
    }
  }
  return chosen
}

function best(free: ReadonlySet<number>, worth: (index: number) => number): number {
  let found = -1
  let most = -Infinity
  for (const index of free) {
    const value = worth(index)
    if (found === -1 || value > most) {
      found = index
      most = value
    }
  }
  return found
}
