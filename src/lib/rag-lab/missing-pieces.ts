import type { PipelineInput } from './pipeline-input.ts'
import type { MissingPiece } from './pipeline-trace.ts'

/**
 * What the caller has yet to compute for a run with these settings.
 *
 * @example missingPieces({ …, state: { …, method: 'bm25' } }, false) // []
 */
export function missingPieces(input: PipelineInput, unscored: boolean): readonly MissingPiece[] {
  const { state, queries, chunkVectors, queryVectors } = input
  const byVectors = state.method !== 'bm25' || state.mmrLambda !== null
  const wanted = queries.map((query, place) => ({ query, vector: queryVectors?.[place] ?? null }))
  const lacks =
    state.method === 'bm25'
      ? wanted.every(({ vector }) => vector === null)
      : wanted.some(({ query, vector }) => query.byVectors && vector === null)
  return [
    ...(byVectors && chunkVectors === undefined ? ['chunk-vectors' as const] : []),
    ...(byVectors && lacks ? ['query-vectors' as const] : []),
    ...(unscored
      ? [state.reranker === 'late-interaction' ? ('token-rows' as const) : ('likelihoods' as const)]
      : []),
  ]
}
