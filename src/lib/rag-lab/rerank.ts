import { maxSim } from '../retrieval/max-sim.ts'
import type { PipelineInput } from './pipeline-input.ts'
import type { RankedPassage, RerankTrace } from './pipeline-trace.ts'
import { pipelineWords } from './pipeline-words.ts'

/**
 * Stage 6: puts the candidates in a new order by a slower scorer and keeps the first keepN. Late
 * interaction (MaxSim) compares the tokens of question and passage; question likelihood is how likely
 * the language model finds the question after the passage. Neither is a cross-encoder. Where a
 * candidate has no score yet, the order stays. Recorded scores go before those of the rows. Of equal scores the earlier candidate stays first.
 *
 * Source: `colbert-2020` for late interaction.
 *
 * @throws RangeError when token rows do not have the given dimensions
 * @example rerank(input, candidates).ranked[0].rank // 1
 */
export function rerank(
  input: PipelineInput,
  candidates: readonly RankedPassage[],
): RerankTrace & { readonly missing: boolean } {
  const { reranker, keepN } = input.state
  const scored = reranker === 'none' ? null : scoresOf(input, candidates)
  const order =
    scored === null
      ? candidates
      : candidates
          .map((candidate, place) => ({ ...candidate, score: scored.scores[place] ?? 0 }))
          .sort((one, other) => other.score - one.score)
  return {
    by: scored === null ? 'none' : reranker,
    ranked: order.map((candidate, place) => ({
      ...candidate,
      rank: place + 1,
      dropped: place < keepN ? null : pipelineWords.dropped.beyondN(keepN),
    })),
    passes: scored?.passes ?? 0,
    comparisons: scored?.comparisons ?? 0,
    missing: reranker !== 'none' && scored === null,
  }
}

interface Scores {
  readonly scores: readonly number[]
  readonly passes: number
  readonly comparisons: number
}

/** A score for every candidate, or null when one is missing. */
function scoresOf(
  { state, tokenRows, lateScores, likelihoods }: PipelineInput,
  candidates: readonly RankedPassage[],
): Scores | null {
  if (candidates.length === 0) return { scores: [], passes: 0, comparisons: 0 }
  if (state.reranker === 'question-likelihood') {
    const scores = scoresIn(likelihoods, candidates)
    return scores === null ? null : { scores, passes: scores.length, comparisons: 0 }
  }
  const recorded = scoresIn(lateScores, candidates)
  if (recorded !== null) return { scores: recorded, passes: 1, comparisons: 0 }
  if (tokenRows === undefined) return null
  const { dimensions, query, passages } = tokenRows
  const rows = candidates.flatMap(({ passage }) => passages.get(passage) ?? [])
  if (rows.length < candidates.length) return null
  const tokens = rows.reduce((sum, { length }) => sum + length, 0) / dimensions
  return {
    scores: rows.map((passage) => maxSim(query, passage, dimensions).score),
    passes: 1,
    comparisons: (query.length / dimensions) * tokens,
  }
}

/** The candidates' scores, or null when one is missing. */
function scoresIn(
  scores: ReadonlyMap<number, number> | undefined,
  candidates: readonly RankedPassage[],
): readonly number[] | null {
  const known = candidates.flatMap(({ passage }) => scores?.get(passage) ?? [])
  return known.length < candidates.length ? null : known
}
