import { ndcg } from '../evaluation/ndcg.ts'
import { recallAtK } from '../evaluation/recall-at-k.ts'
import { reciprocalRank } from '../evaluation/reciprocal-rank.ts'
import type { Relevance } from '../evaluation/relevance.ts'
import { spanScores } from '../evaluation/span-scores.ts'
import type { TokenCounter } from '../prompt-assembly/token-counter.ts'
import { goldSpans } from './gold-share.ts'
import type { StageScores } from './pipeline-trace.ts'
import type { RagCorpus, RagQuestion } from './rag-corpus.ts'

export interface ScoreRequest {
  readonly corpus: RagCorpus
  readonly question: RagQuestion
  /** Indexes of the passages, best first. */
  readonly ranking: readonly number[]
  /** How many of them count. */
  readonly k: number
  readonly relevant: readonly number[]
  readonly countTokens: TokenCounter
}

/**
 * The metrics of one question over the first k passages of a ranking. Without evidence in the text
 * there is nothing to measure by, and all but the tokens are null. Evidence that was lost in parsing
 * is not counted as missed here; `lostAt` names it.
 *
 * Units: shares of 1; tokens. Source: `trec-eval-code`, `chunking-evaluation-code`.
 *
 * @throws RangeError when k is no whole number above 0
 * @example stageScores({ …, ranking: [3], k: 1, relevant: [3] }).recall // 1
 */
export function stageScores(request: ScoreRequest): StageScores {
  const { corpus, question, k, relevant, countTokens } = request
  const ranking = request.ranking.slice(0, k)
  const held = ranking.flatMap((place) => corpus.passages[place] ?? [])
  const tokens = held.reduce((sum, { searched }) => sum + countTokens(searched).tokens, 0)
  const gold = goldSpans(question)
  if (gold.length === 0) {
    return {
      recall: null,
      reciprocalRank: null,
      ndcg: null,
      iou: null,
      spanRecall: null,
      spanPrecision: null,
      tokens,
    }
  }
  const relevance: Relevance = Object.fromEntries(relevant.map((place) => [place, 1]))
  // A passage that was put in is no part of the text: all of it is beside the evidence.
  const retrieved = held.map(({ span, text }) => span ?? { start: -text.length, end: 0 })
  const spans = spanScores({ retrieved, gold })
  return {
    recall: recallAtK({ ranking, relevance, k }),
    reciprocalRank: reciprocalRank({ ranking, relevance }),
    ndcg: ndcg({ ranking, relevance, k }),
    iou: spans.iou,
    spanRecall: spans.recall,
    spanPrecision: spans.precision,
    tokens,
  }
}
