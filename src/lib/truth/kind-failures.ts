import { formatPercent } from '../format/format-percent.ts'
import type { KindReport, RowResult } from './truth-report.ts'

/** One sentence for every limit that the rows of a kind break; rows of low confidence never do. */
export function kindFailures(report: Omit<KindReport, 'failures'>): readonly string[] {
  const { limit, rows, kind, median } = report
  if (limit.leftOut !== undefined) return []
  const trusted = rows.filter(({ row }) => row.confidence !== 'low')
  const over = trusted.filter((result) => result.error === null || isOver(result, result.limit))
  const misses = trusted.filter(({ error }) => error === null)
  return [
    ...misses.map(({ row, answer }) => `${row.id}: not computed: ${reason(answer)}`),
    ...shareFailures(trusted, over, report),
    ...trusted
      .filter((result) => limit.never !== undefined && isOver(result, limit.never))
      .map((result) => `${result.row.id}: off by ${shown(result)}, more than any row may be`),
    ...(limit.median !== undefined && (median ?? 0) > limit.median
      ? [`${kind}: the median error is ${percent(median)}, over ${percent(limit.median)}`]
      : []),
    ...trusted
      .filter(({ row, ceiling }) => ceiling !== undefined && row.expected.value > ceiling)
      .map(({ row, ceiling }) => `${row.id}: measured above the ceiling of ${ceiling}`),
  ]
}

function shareFailures(
  trusted: readonly RowResult[],
  over: readonly RowResult[],
  { limit, kind }: Omit<KindReport, 'failures'>,
): readonly string[] {
  if (limit.share === undefined) {
    return over
      .filter(({ error }) => error !== null)
      .map((result) => `${result.row.id}: off by ${shown(result)}, over ${percent(result.limit)}`)
  }
  const kept = trusted.length === 0 ? 1 : 1 - over.length / trusted.length
  return kept >= limit.share
    ? []
    : [`${kind}: ${percent(kept)} of the rows keep their limit, under ${percent(limit.share)}`]
}

// Published decimals are not exact in binary: a limit of 0.1 % means up to its last digit.
function isOver({ error }: RowResult, limit: number | null): boolean {
  return error !== null && limit !== null && Math.abs(error) > limit * (1 + 1e-9) + 1e-15
}

const shown = ({ error }: RowResult): string => percent(error)

function percent(share: number | null): string {
  return share !== null && Number.isFinite(share)
    ? formatPercent(share, { digits: 4 })
    : 'no number'
}

function reason(answer: RowResult['answer']): string {
  return 'notComputed' in answer ? answer.notComputed : 'no reason given'
}
