import { evaluationSummary } from './evaluation-summary.ts'
import { meanScores } from './mean-scores.ts'
import { pairedDifferences } from './paired-differences.ts'
import type { PipelineInput } from './pipeline-input.ts'
import type {
  EvaluatedQuestion,
  PairedDifference,
  PipelineEvaluation,
} from './pipeline-evaluation.ts'
import { LOSING_STAGES } from './pipeline-trace.ts'
import type { MissingPiece } from './pipeline-trace.ts'
import { runPipeline } from './run-pipeline.ts'

/** What differs from question to question; the rest of the input is the same for all. */
export type PerQuestion = Pick<
  PipelineInput,
  'question' | 'queries' | 'queryVectors' | 'tokenRows' | 'lateScores' | 'likelihoods'
>

export interface EvaluationInput extends Pick<
  PipelineInput,
  'state' | 'corpus' | 'chunkVectors' | 'countTokens'
> {
  readonly questions: readonly PerQuestion[]
}

/**
 * Runs the pipeline on all questions and says what the reranker changed. `before` is what would have
 * been kept without it, `after` what was kept; both have keepN passages, so that the difference is
 * the order alone. Questions without evidence in the text are counted apart and are in no mean.
 *
 * Units: shares of 1; tokens. Source: `trec-eval-code`, `ir-intervals-2014`.
 *
 * @throws RangeError when vectors do not fit the passages, or a setting is out of its range
 * @example evaluatePipeline({ state, corpus, questions }).after?.mrr
 */
export function evaluatePipeline(input: EvaluationInput): PipelineEvaluation {
  const { questions, ...shared } = input
  const traces = questions.map((question) =>
    runPipeline({ ...shared, ...question, state: { ...shared.state, dragged: null } }),
  )
  const rows = traces.map(({ question, lost, quotes, scores, retrieval }): EvaluatedQuestion => ({
    id: question.id,
    text: question.text,
    kind: question.kind,
    lostAt: lost.stage,
    quotes: quotes.length,
    found: retrieval.ranked.map(({ passage }) => passage),
    before: scores.unreranked,
    after: scores.rerank,
    candidates: scores.retrieval,
  }))
  const judged = rows.filter(({ after }) => after.recall !== null)
  const reranked = traces.some(({ rerank }) => rerank.by !== 'none')
  const found = {
    rows,
    judged: judged.length,
    unanswerable: rows.filter(({ kind }) => kind === 'unanswerable').length,
    lostInParsing: rows.filter(({ quotes, after }) => quotes > 0 && after.recall === null).length,
    candidates: meanScores(judged.map(({ candidates }) => candidates)),
    before: meanScores(judged.map(({ before }) => before)),
    after: meanScores(judged.map(({ after }) => after)),
    differences: reranked ? pairedDifferences(judged) : [],
    lost: [...LOSING_STAGES, null].map((stage) => ({
      stage,
      questions: rows.filter(({ quotes, lostAt }) => quotes > 0 && lostAt === stage).length,
    })),
    passes: traces.reduce((sum, { rerank }) => sum + rerank.passes, 0),
    missing: [...new Set(traces.flatMap((trace): readonly MissingPiece[] => trace.missing))],
  }
  return { ...found, summary: evaluationSummary(found) }
}

/**
 * Compares two evaluations on the questions that both have, such as another search, embedder or
 * parsing: what was kept in each.
 *
 * Source: `ir-intervals-2014`.
 *
 * @example compareEvaluations(byWords, hybrid)[0].verdict
 */
export function compareEvaluations(
  before: PipelineEvaluation,
  after: PipelineEvaluation,
): readonly PairedDifference[] {
  const others = new Map(after.rows.map((row) => [row.id, row]))
  return pairedDifferences(
    before.rows.flatMap((row) => {
      const other = others.get(row.id)
      return other === undefined ? [] : [{ before: row.after, after: other.after }]
    }),
  )
}
