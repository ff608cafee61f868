import { countOf } from '../format/count-of.ts'
import { formatNumber } from '../format/format-number.ts'
import { formatPercent } from '../format/format-percent.ts'
import type { PipelineEvaluation } from './pipeline-evaluation.ts'
import { losingStageNames } from './stage-names.ts'

/**
 * What an evaluation shows, in words: what was kept, who lost the rest, and whether the reranker
 * helped, as far as so many questions can tell.
 *
 * @example evaluationSummary({ …, judged: 0 }) // 'No question has evidence in this text, so there is nothing to measure.'
 */
export function evaluationSummary(found: Omit<PipelineEvaluation, 'summary'>): string {
  const { judged, after, differences, missing, lost, passes } = found
  if (after === null)
    return 'No question has evidence in this text, so there is nothing to measure.'
  if (missing.length > 0)
    return 'The evaluation waits for the models; the numbers are not complete.'
  const kept = lost.find(({ stage }) => stage === null)?.questions ?? 0
  const all = lost.reduce((sum, { questions }) => sum + questions, 0)
  const worst = lost
    .filter(({ stage }) => stage !== null)
    .toSorted((one, other) => other.questions - one.questions)[0]
  const first = `On ${countOf(judged, 'question')} the kept passages hold ${formatPercent(after.spanRecall, { digits: 0 })} of the evidence; MRR ${formatNumber(after.mrr, { digits: 2 })}, ${formatNumber(after.tokens)} tokens of context.`
  const second =
    worst === undefined || worst.questions === 0
      ? `All of it reaches the prompt for every question.`
      : `All of it reaches the prompt for ${kept} of ${all}; ${worst.stage === null ? '' : losingStageNames[worst.stage]} loses most (${worst.questions}).`
  return [first, second, ...rerankWords(differences, passes)].join(' ')
}

function rerankWords(
  differences: PipelineEvaluation['differences'],
  passes: number,
): readonly string[] {
  const mrr = differences.find(({ name }) => name === 'mrr')
  const recall = differences.find(({ name }) => name === 'recall')
  if (mrr === undefined || recall === undefined) return []
  const unclear = [mrr, recall].every(({ low, high }) => low <= 0 && high >= 0)
  const verdict = unclear
    ? `That it helps cannot be shown on these questions; it cost ${countOf(passes, 'model pass', 'model passes')}.`
    : `It cost ${countOf(passes, 'model pass', 'model passes')}.`
  return [`What the reranker changed: ${recall.verdict} ${mrr.verdict} ${verdict}`]
}
