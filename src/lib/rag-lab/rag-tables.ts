import type { Table } from '../export/table.ts'
import { formatNumber } from '../format/format-number.ts'
import { formatPercent } from '../format/format-percent.ts'
import { METRICS } from './mean-scores.ts'
import { metricNames } from './metric-names.ts'
import type { MeanScores, PipelineEvaluation } from './pipeline-evaluation.ts'
import type { PipelineTrace } from './pipeline-trace.ts'
import type { RagCorpus } from './rag-corpus.ts'
import { losingStageNames } from './stage-names.ts'

/**
 * The candidates of one question with their ranks after each stage, to take along. An empty cell: not
 * there.
 *
 * @example ranksTable(trace, corpus, 'A question').columns[0] // 'passage'
 */
export function ranksTable(trace: PipelineTrace, corpus: RagCorpus, caption: string): Table {
  const { retrieval, rerank, prompt } = trace
  const places = new Map(prompt.placed.map(({ id, number }) => [id, number]))
  const reranked = new Map(rerank.ranked.map((each) => [each.passage, each]))
  return {
    caption,
    columns: [
      'passage',
      'rank in the search',
      'score',
      'rank after reranking',
      'place in the prompt',
      'evidence',
      'text',
    ],
    rows: retrieval.ranked.map(({ passage, rank, score, gold }) => [
      passage + 1,
      rank,
      score,
      reranked.get(passage)?.rank ?? '',
      places.get(passage) ?? '',
      gold,
      corpus.passages[passage]?.text ?? '',
    ]),
  }
}

/** A metric for people: a share as a percentage, means of ranks with two decimals, tokens whole. */
export function metricText(name: keyof MeanScores, value: number): string {
  if (name === 'tokens') return formatNumber(value)
  if (name === 'mrr' || name === 'ndcg') return formatNumber(value, { digits: 2, keepZeros: true })
  return formatPercent(value, { digits: 0 })
}

/**
 * The metrics over all questions before and after reranking, with the interval of the difference.
 *
 * @example metricsTable(evaluation, 'All questions').rows[0][0] // 'Recall@k'
 */
export function metricsTable(evaluation: PipelineEvaluation, caption: string): Table {
  const { before, after, differences } = evaluation
  if (before === null || after === null) return { caption, columns: [], rows: [] }
  const byName = new Map(differences.map((each) => [each.name, each]))
  return {
    caption,
    columns: [
      'metric',
      'without reranking',
      'with it',
      'difference',
      'from',
      'to',
      'better',
      'worse',
    ],
    rows: METRICS.map((name) => {
      const found = byName.get(name)
      return [
        metricNames[name].name,
        before[name],
        after[name],
        found?.difference ?? '',
        found?.low ?? '',
        found?.high ?? '',
        found?.better ?? '',
        found?.worse ?? '',
      ]
    }),
  }
}

/**
 * One row a question: where its evidence was lost, and its metrics.
 *
 * @example questionsTable(evaluation, 'All questions').columns[1] // 'kind'
 */
export function questionsTable({ rows }: PipelineEvaluation, caption: string): Table {
  return {
    caption,
    columns: [
      'question',
      'kind',
      'lost in',
      'recall of the candidates',
      'recall of those kept',
      '1 / rank without reranking',
      '1 / rank with it',
      'tokens',
    ],
    rows: rows.map(({ text, kind, lostAt, candidates, before, after }) => [
      text,
      kind,
      lostAt === null ? '' : losingStageNames[lostAt],
      candidates.recall ?? '',
      after.recall ?? '',
      before.reciprocalRank ?? '',
      after.reciprocalRank ?? '',
      after.tokens,
    ]),
  }
}
