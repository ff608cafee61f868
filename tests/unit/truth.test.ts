import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formatPercent } from '../../src/lib/format/format-percent.ts'
import { fitDecodeConstants } from '../../src/lib/speed/fit-decode-constants.ts'
import { fittedDecode } from '../../src/lib/speed/fitted-constants.ts'
import { decodeSampleOf } from '../../src/lib/truth/decode-run.ts'
import { evaluateTruthRow } from '../../src/lib/truth/evaluate-truth-row.ts'
import { truthReport } from '../../src/lib/truth/truth-report.ts'
import type { KindReport } from '../../src/lib/truth/truth-report.ts'
import type { TruthRow } from '../../src/lib/truth/truth-row.ts'

// TRUTH_FILE names another file of rows; the constants stay those fitted on the project's own.
const ownFile = new URL('../../src/data/truth/memory-truth.json', import.meta.url)
const file = process.env['TRUTH_FILE'] ?? ownFile

function rowsOf(path: string | URL): readonly TruthRow[] {
  const table = JSON.parse(readFileSync(path, 'utf8')) as
    readonly TruthRow[] | { readonly rows: readonly TruthRow[] }
  return 'rows' in table ? table.rows : table
}

const rows = rowsOf(file)
const reports = truthReport(rows, { calibration: rowsOf(ownFile) })

const percent = (share: number | null | undefined) => {
  if (share === null || share === undefined) return '-'
  return Number.isFinite(share) ? formatPercent(share, { digits: 4 }) : 'miss'
}

function line({ kind, rows: results, computed, missed, median, p90, worst, limit }: KindReport) {
  if (limit.leftOut !== undefined)
    return `${kind}: ${results.length} rows left out: ${limit.leftOut}`
  const error = worst?.leftOutError ?? worst?.error
  return [
    `${kind}: ${results.length} rows, ${computed} computed, ${missed} missed`,
    `median ${percent(median)}, p90 ${percent(p90)}`,
    `worst ${worst?.row.id ?? '-'} ${percent(error)}`,
  ].join('; ')
}

console.log(['Computed against published numbers:', ...reports.map(line)].join('\n  '))

describe.each(reports.map((report) => [report.kind, report] as const))('%s', (_, report) => {
  test(`keeps its limit: ${report.limit.words}`, () => {
    expect(report.failures).toEqual([])
  })
})

test('an answer depends on nothing but kind, config, input and unit', () => {
  for (const { row, answer } of reports.flatMap((report) => report.rows)) {
    const { kind, config, input, expected } = row
    const question = { kind, config, input, expected: { unit: expected.unit } }
    expect(evaluateTruthRow(question)).toEqual(answer)
  }
})

test('the fitted constants are what the flagged rows of the project give', () => {
  const samples = rowsOf(ownFile)
    .filter((row) => row.used_for_calibration)
    .flatMap((row) => decodeSampleOf(row) ?? [])
  const fitted = fitDecodeConstants(samples)
  expect(fittedDecode.leaveOneOut.map(({ id }) => id).sort()).toEqual(
    samples.map(({ id }) => id).sort(),
  )
  for (const [name, { efficiency, layerTime }] of Object.entries(fittedDecode.classes)) {
    const fresh = Object.entries(fitted).find(([memoryClass]) => memoryClass === name)?.[1]
    expect(fresh?.efficiency).toBeCloseTo(efficiency, 3)
    expect(fresh?.layerTime).toBeCloseTo(layerTime, 6)
  }
})
