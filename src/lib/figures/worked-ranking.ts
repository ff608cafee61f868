import { dcgLinearTermFormula } from '../evaluation/dcg-term.formula.ts'
import { ndcg } from '../evaluation/ndcg.ts'
import { recallAtK } from '../evaluation/recall-at-k.ts'
import { reciprocalRank } from '../evaluation/reciprocal-rank.ts'
import { formatNumber } from '../format/format-number.ts'

export interface RankingRow {
  readonly rank: number
  readonly id: string
  readonly relevant: boolean
  /** Recall when the list is cut here. */
  readonly recall: string
  /** What a relevant passage is worth at this rank: 1 / log2(rank + 1). */
  readonly worth: string
  /** What this one is worth: its worth where it is relevant, else 0. */
  readonly gain: string
}

export interface WorkedRanking {
  readonly rows: readonly RankingRow[]
  readonly reciprocalRank: string
  readonly dcg: string
  readonly ideal: string
  readonly ndcg: string
}

const written = (value: number): string => formatNumber(value, { digits: 3, keepZeros: true })

/**
 * One ranking with its measures worked out rank by rank; a relevant passage has the grade 1.
 * Units: shares of 1. Source: `trec-eval-code`.
 *
 * @example workedRanking({ ranking: ['A', 'B'], relevant: ['B'] }).reciprocalRank //=> '0.500'
 */
export function workedRanking({
  ranking,
  relevant,
}: {
  readonly ranking: readonly string[]
  readonly relevant: readonly string[]
}): WorkedRanking {
  const relevance = Object.fromEntries(relevant.map((id) => [id, 1]))
  const worthAt = (rank: number): number => dcgLinearTermFormula.evaluate({ grade: 1, rank })
  const gains = ranking.map((id, place) => (relevant.includes(id) ? worthAt(place + 1) : 0))
  const sum = (values: readonly number[]): number =>
    values.reduce((total, value) => total + value, 0)
  const rows = ranking.map((id, place) => ({
    rank: place + 1,
    id,
    relevant: relevant.includes(id),
    recall: written(recallAtK({ ranking, relevance, k: place + 1 })),
    worth: written(worthAt(place + 1)),
    gain: written(gains[place] ?? 0),
  }))
  const best = relevant.slice(0, ranking.length).map((_, place) => worthAt(place + 1))
  return {
    rows,
    reciprocalRank: written(reciprocalRank({ ranking, relevance })),
    dcg: written(sum(gains)),
    ideal: written(sum(best)),
    ndcg: written(ndcg({ ranking, relevance, k: ranking.length })),
  }
}
