import { formatPercent } from '../format/format-percent.ts'
import type { KindReport, RowResult } from '../truth/truth-report.ts'
import { kindName } from './kind-names.ts'

export interface AccuracyRow {
  readonly kind: string
  readonly name: string
  readonly rows: number
  readonly computed: number
  readonly exact: number
  readonly median: string
  readonly p90: string
  /** The largest error of the rows that the limit holds for. */
  readonly worst: string
  /** Rows beyond it whose source has low confidence: no limit holds for them. */
  readonly excepted: readonly { readonly id: string; readonly error: string }[]
  readonly limit: string
  readonly holds: boolean
}

/** Errors below a thousandth of a per cent are the printing's, not ours. */
const isExact = ({ error }: RowResult): boolean => error !== null && Math.abs(error) < 1e-5

/** An error in per cent with enough digits to be told from none. */
export const errorText = (error: number | null): string => {
  if (error === null || !Number.isFinite(error)) return 'not computed'
  if (Math.abs(error) < 1e-5) return '0 %'
  return formatPercent(error, {
    digits: Math.abs(error) < 0.001 ? 3 : Math.abs(error) < 0.1 ? 2 : 1,
  })
}

const sizeOf = ({ error, leftOutError }: RowResult): number => Math.abs(leftOutError ?? error ?? 0)

/** The worst of the trusted rows, and the rows of low confidence that are worse. */
const worstOf = ({ rows }: KindReport): Pick<AccuracyRow, 'worst' | 'excepted'> => {
  const computed = rows
    .filter(({ error }) => error !== null)
    .toSorted((one, other) => sizeOf(other) - sizeOf(one))
  const worst = computed.find(({ row }) => row.confidence !== 'low')
  const largest = worst === undefined ? -1 : sizeOf(worst)
  const text = ({ error, leftOutError }: RowResult) => errorText(leftOutError ?? error)
  return {
    worst: worst === undefined ? '–' : text(worst),
    excepted: computed
      .filter((result) => result.row.confidence === 'low' && sizeOf(result) > largest)
      .map((result) => ({ id: result.row.id, error: text(result) })),
  }
}

/** The table at the head of the accuracy page: one line a kind. */
export const accuracySummary = (reports: readonly KindReport[]): AccuracyRow[] =>
  reports.map((report) => ({
    kind: report.kind,
    name: kindName(report.kind),
    rows: report.rows.length,
    computed: report.computed,
    exact: report.rows.filter(isExact).length,
    median: report.computed === 0 ? '–' : errorText(report.median),
    p90: report.computed === 0 ? '–' : errorText(report.p90),
    ...worstOf(report),
    limit: report.limit.words,
    holds: report.failures.length === 0,
  }))
