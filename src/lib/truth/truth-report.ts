import { decodeSpeed } from '../speed/decode-speed.ts'
import type { DecodeSample } from '../speed/decode-sample.ts'
import { leaveOneGpuOut } from '../speed/leave-one-gpu-out.ts'
import { decodeRun, decodeSampleOf } from './decode-run.ts'
import { evaluateTruthRow } from './evaluate-truth-row.ts'
import { kindFailures } from './kind-failures.ts'
import { truthLimits } from './limits.ts'
import type { TruthLimit } from './limits.ts'
import { quantile } from '../speed/quantile.ts'
import type { TruthAnswer, TruthRow } from './truth-row.ts'

/** One row with what the library computes for it. */
export interface RowResult {
  readonly row: TruthRow
  readonly answer: TruthAnswer
  /** computed / published - 1; null when nothing was computed. */
  readonly error: number | null
  /** The error that the row may have, or null where only the median of its kind counts. */
  readonly limit: number | null
  /** Decode speed: the most that the device allows, by the library. */
  readonly ceiling?: number
  /** Decode speed: the error with constants fitted without this row's device. */
  readonly leftOutError?: number
}

export interface KindReport {
  readonly kind: string
  readonly limit: TruthLimit
  readonly rows: readonly RowResult[]
  readonly computed: number
  /** Rows not computed that count as misses. */
  readonly missed: number
  /** Rows within their limit (all, where rows have none). */
  readonly within: number
  /** Median and 90th percentile of |error|; for decode speed of the left-out errors. */
  readonly median: number | null
  readonly p90: number | null
  readonly worst: RowResult | null
  /** One sentence for each broken limit. */
  readonly failures: readonly string[]
}

/**
 * Compares every row with what the library computes, kind by kind, against `truthLimits`.
 *
 * Speeds are judged on devices left out of the fit: `calibration` are the rows whose flagged ones
 * the constants are fitted on (default: the rows themselves).
 *
 * @example truthReport(rows).find(({ kind }) => kind === 'params')?.failures //=> []
 */
export function truthReport(
  rows: readonly TruthRow[],
  options: { readonly calibration?: readonly TruthRow[] } = {},
): readonly KindReport[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  const samples = samplesOf((options.calibration ?? rows).filter((row) => row.used_for_calibration))
  return kinds.map((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    return kindReport(kind, own, samples)
  })
}

function kindReport(
  kind: string,
  rows: readonly TruthRow[],
  samples: readonly DecodeSample[],
): KindReport {
  const limit = limitOf(kind)
  const leftOut = new Map(
    kind === 'decode-speed'
      ? leaveOneGpuOut(samples, samplesOf(rows)).map(({ sample, error }) => [sample.id, error])
      : [],
  )
  const results = rows.map((row) => rowResult(row, limit, leftOut.get(row.id)))
  const errors = results.flatMap((result) => {
    const error = result.leftOutError ?? result.error
    if (error !== null) return [Math.abs(error)]
    return isMiss(result) && limit.leftOut === undefined ? [Infinity] : []
  })
  const computed = results.filter(({ error }) => error !== null)
  const bySize = [...computed].sort((one, other) => sizeOf(other) - sizeOf(one))
  const report = {
    kind,
    limit,
    rows: results,
    computed: computed.length,
    missed: limit.leftOut === undefined ? results.filter(isMiss).length : 0,
    within: computed.filter(({ error, limit: own }) => Math.abs(error ?? 0) <= (own ?? Infinity))
      .length,
    median: quantile(errors, 0.5),
    p90: quantile(errors, 0.9),
    worst: bySize[0] ?? null,
  }
  return { ...report, failures: kindFailures(report) }
}

function rowResult(row: TruthRow, limit: TruthLimit, leftOutError: number | undefined): RowResult {
  const answer = evaluateTruthRow(row)
  const value = 'value' in answer ? answer.value : null
  const run = row.kind === 'decode-speed' && value !== null ? decodeRun(row) : null
  return {
    row,
    answer,
    error: value === null ? null : relativeError(value, row.expected.value),
    limit: rowLimit(row, limit),
    ...(run === null
      ? {}
      : { ceiling: decodeSpeed(run.spec, run.setup).ceiling / run.setup.sequences }),
    ...(leftOutError === undefined ? {} : { leftOutError }),
  }
}

function rowLimit(row: TruthRow, limit: TruthLimit): number | null {
  if (limit.row === null) return null
  const own = row.tolerance ?? 0
  return limit.ownTolerance === true ? own : Math.max(limit.row, own)
}

function relativeError(computed: number, published: number): number {
  return published === 0 ? (computed === 0 ? 0 : Infinity) : computed / published - 1
}

const isMiss = ({ error, row }: RowResult): boolean => error === null && row.confidence !== 'low'
const sizeOf = ({ error, leftOutError }: RowResult): number => Math.abs(leftOutError ?? error ?? 0)

function samplesOf(rows: readonly TruthRow[]): readonly DecodeSample[] {
  return rows.flatMap((row) => {
    try {
      return decodeSampleOf(row) ?? []
    } catch {
      // A row that the library cannot read is reported as not computed.
      return []
    }
  })
}

function limitOf(kind: string): TruthLimit {
  const limits: Readonly<Record<string, TruthLimit>> = truthLimits
  const known = Object.hasOwn(limits, kind) ? limits[kind] : undefined
  return known ?? { row: null, words: 'no limit is stated for this kind' }
}
