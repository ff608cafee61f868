import { bm25Scores } from '../retrieval/bm25.ts'
import { searchGraph } from '../retrieval/hnsw/search-graph.ts'
import type { ScoredRow } from '../retrieval/scored-row.ts'
import { topK } from '../retrieval/top-k.ts'
import { wordTokens } from '../retrieval/word-tokens.ts'
import { passageWords } from './passage-words.ts'
import type { PipelineInput } from './pipeline-input.ts'
import { vectorGraph } from './vector-graph.ts'

/** What one way of searching found with one query, best first. */
export interface FoundList {
  readonly by: 'words' | 'vectors'
  readonly query: number
  readonly hits: readonly ScoredRow[]
  readonly compared: number
  /** Approximate: share of the exact first ones that it found. */
  readonly exactShare: number | null
}

/**
 * Every list that a search fuses: by words, by vectors or both, for each query that is meant for it.
 * A passage that shares no word with the query is not found by words.
 *
 * @throws RangeError when vectors and passages do not fit together
 * @example searchLists(input, new Set([0, 1]), 10)[0].hits[0].score
 */
export function searchLists(
  input: PipelineInput,
  allowed: ReadonlySet<number>,
  depth: number,
): readonly FoundList[] {
  const { method } = input.state
  const words = method === 'bm25' || method === 'hybrid'
  const vectors = method !== 'bm25'
  return input.queries.flatMap((query, place) => [
    ...(words && query.byWords ? [byWords(input, place, allowed, depth)] : []),
    ...(vectors && query.byVectors ? byVectors(input, place, allowed, depth) : []),
  ])
}

function byWords(
  { state, corpus, queries, question }: PipelineInput,
  query: number,
  allowed: ReadonlySet<number>,
  depth: number,
): FoundList {
  const index = passageWords(corpus)
  const words = wordTokens(queries[query]?.text ?? '', question.language)
  const scores = index === null ? [] : bm25Scores(index, words, { k1: state.k1, b: state.b })
  const hits = scores
    .map((score, place) => ({ index: place, score }))
    .filter(({ index: place, score }) => score > 0 && allowed.has(place))
    .sort((one, other) => other.score - one.score)
    .slice(0, depth)
  return { by: 'words', query, hits, compared: 0, exactShare: null }
}

function byVectors(
  { state, corpus, chunkVectors, queryVectors }: PipelineInput,
  query: number,
  allowed: ReadonlySet<number>,
  depth: number,
): readonly FoundList[] {
  const vector = queryVectors?.[query]
  if (chunkVectors === undefined || vector === undefined || vector === null) return []
  const { values, dimensions } = chunkVectors
  const rows = values.length / dimensions
  if (rows !== corpus.passages.length) {
    throw new RangeError(
      `There are ${rows} vectors for ${corpus.passages.length} passages; each passage needs one.`,
    )
  }
  const all = allowed.size === rows
  const isAllowed = ({ index }: ScoredRow): boolean => allowed.has(index)
  const exact = (): readonly ScoredRow[] =>
    all
      ? topK(vector, values, dimensions, depth)
      : topK(vector, values, dimensions, rows).filter(isAllowed).slice(0, depth)
  if (state.method !== 'dense-approximate') {
    return [{ by: 'vectors', query, hits: exact(), compared: rows, exactShare: null }]
  }
  // The filter comes after the walk, as in engines that know no other way: it may leave too few.
  const found = searchGraph(vectorGraph(chunkVectors), vector, depth, state.efSearch)
  const hits = found.hits.filter(isAllowed)
  const wanted = exact()
  const met = new Set(hits.map(({ index }) => index))
  const exactShare =
    wanted.length === 0 ? 1 : wanted.filter(({ index }) => met.has(index)).length / wanted.length
  return [{ by: 'vectors', query, hits, compared: found.comparisons, exactShare }]
}
