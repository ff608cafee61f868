import { cosineMatrix } from '../../lib/chunking-lab/similarity/cosine-matrix.ts'
import { pairSummary } from '../../lib/chunking-lab/similarity/pair-summary.ts'
import { pcaMap } from '../../lib/chunking-lab/similarity/pca-map.ts'
import { answerAsks } from '../answer-asks.ts'
import type { Computation, Cosines } from './computing.ts'

/** Of the most and the least alike pairs, so many are named. */
const LISTED = 5

/** Heavy pure computations; the library of UMAP is fetched when it is asked for. */
async function compute(asked: Computation): Promise<unknown> {
  if (asked.name === 'cosines') {
    const matrix = cosineMatrix(asked.from)
    return { matrix, summary: pairSummary(matrix, LISTED) } satisfies Cosines
  }
  const { vectors, query, method } = asked.from
  if (method === 'pca') return pcaMap(vectors, query)
  return (await import('./umap-map.ts')).umapMap(asked.from)
}

answerAsks(compute)
