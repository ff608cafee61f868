import { maximalMarginalRelevance } from '../retrieval/maximal-marginal-relevance.ts'
import { reciprocalRankFusion } from '../retrieval/reciprocal-rank-fusion.ts'
import type { ScoredRow } from '../retrieval/scored-row.ts'
import type { PipelineInput } from './pipeline-input.ts'
import type { GoldShare, RankedPassage, RetrievalTrace } from './pipeline-trace.ts'
import { searchLists } from './search-lists.ts'
import type { FoundList } from './search-lists.ts'
import { pipelineWords } from './pipeline-words.ts'

/** Lists that are fused or chosen from reach deeper than the k that are kept. */
const DEPTH_TIMES = 2
const LEAST_DEPTH = 20

/**
 * Stage 5: finds the first k passages. Several lists (words and vectors, or several queries) are
 * fused by reciprocal ranks; MMR then chooses among them. The section filter comes before the search,
 * but after an approximate one.
 *
 * @throws RangeError when vectors and passages do not fit together
 * @example retrieve(input, () => 'none').ranked[0].rank // 1
 */
export function retrieve(
  input: PipelineInput,
  goldOf: (passage: number) => GoldShare,
): RetrievalTrace {
  const { state, corpus, queries } = input
  const allowed = allowedPassages(input)
  const several = state.method === 'hybrid' || queries.length > 1 || state.mmrLambda !== null
  const depth = several ? Math.max(DEPTH_TIMES * state.k, LEAST_DEPTH) : state.k
  const lists = searchLists(input, allowed, depth)
  const fused = lists.length > 1
  const order = fused ? fuse(lists, state.rrfK) : (lists[0]?.hits ?? [])
  const chosen = chooseUnlike(input, order) ?? order.slice(0, state.k)
  const kept = new Set(chosen.map(({ index }) => index))
  const first = new Set(order.slice(0, state.k).map(({ index }) => index))
  const why = (index: number): string | null =>
    kept.has(index)
      ? null
      : first.has(index)
        ? pipelineWords.dropped.alike
        : pipelineWords.dropped.beyondK(state.k)
  const exact = lists.find(({ exactShare }) => exactShare !== null)?.exactShare ?? null
  return {
    lists: lists.map(({ by, query, hits, compared }) => ({
      by,
      query,
      compared,
      ranked: hits.map((hit, place) => ranked(hit, place, goldOf, why(hit.index))),
    })),
    fused,
    searched: allowed.size,
    ranked: chosen.map((hit, place) => ranked(hit, place, goldOf, null)),
    exactShare: exact,
    notes: notesOf(input, {
      allowed: allowed.size,
      total: corpus.passages.length,
      found: chosen.length,
    }),
  }
}

const ranked = (
  { index, score }: ScoredRow,
  place: number,
  goldOf: (passage: number) => GoldShare,
  dropped: string | null,
): RankedPassage => ({ passage: index, rank: place + 1, score, gold: goldOf(index), dropped })

function allowedPassages({ state, corpus }: PipelineInput): ReadonlySet<number> {
  const section = state.section.trim()
  return new Set(
    corpus.passages
      .filter(({ sections }) => section === '' || sections.includes(section))
      .map(({ index }) => index),
  )
}

const fuse = (lists: readonly FoundList[], k: number): readonly ScoredRow[] =>
  reciprocalRankFusion({
    rankings: lists.map(({ hits }) => hits.map(({ index }) => index)),
    k,
  }).map(({ id, score }) => ({ index: id, score }))

/** MMR among what was found, by the first query that has a vector; null where it is off. */
function chooseUnlike(
  { state, chunkVectors, queryVectors }: PipelineInput,
  order: readonly ScoredRow[],
): readonly ScoredRow[] | null {
  const query = queryVectors?.find((vector) => vector !== null)
  if (state.mmrLambda === null || chunkVectors === undefined || !query) return null
  const { values, dimensions } = chunkVectors
  const places = maximalMarginalRelevance({
    query,
    documents: order.map(({ index }) =>
      values.subarray(index * dimensions, (index + 1) * dimensions),
    ),
    lambda: state.mmrLambda,
    k: state.k,
  })
  return places.flatMap((place) => order.slice(place, place + 1))
}

function notesOf(
  { state, queries }: PipelineInput,
  counts: { readonly allowed: number; readonly total: number; readonly found: number },
): readonly string[] {
  const { notes } = pipelineWords
  const { method, section, k } = state
  const filtered = section.trim() !== ''
  return [
    ...(filtered && counts.allowed === 0 ? [notes.noSection(section.trim())] : []),
    ...(filtered && method === 'dense-approximate' && counts.found < Math.min(k, counts.allowed)
      ? [notes.filteredAfter(counts.found)]
      : []),
    ...(method === 'bm25' && queries.some(({ source }) => source === 'imagined')
      ? [notes.imaginedNeedsVectors]
      : []),
    ...(method === 'bm25' && counts.found === 0 && counts.allowed > 0 ? [notes.noSharedWord] : []),
  ]
}
