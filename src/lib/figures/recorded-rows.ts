import { formatCount } from '../format/format-count.ts'
import { formatNumber } from '../format/format-number.ts'
import { formatPercent } from '../format/format-percent.ts'
import type { RunFile } from '../sampling-lab/run-file.ts'
import { recordedShare } from './recorded-share.ts'
import { tokenLabel } from '../sampling-lab/token-label.ts'

export interface RecordedRow {
  readonly token: string
  readonly id: string
  readonly logit: string
  readonly probability: number
  readonly share: string
}

export interface RecordedRows {
  readonly rows: readonly RecordedRow[]
  readonly others: { readonly count: string; readonly share: string; readonly probability: number }
}

/**
 * The most probable next tokens of a recorded run, and all others in one row.
 * Units: probabilities.
 *
 * @example recordedRows(run, 3).rows.length //=> 3
 */
export function recordedRows(run: RunFile, count: number): RecordedRows {
  const rows = run.top.slice(0, count).map(([id, logit], place) => {
    const text = run.texts[place] ?? ''
    const probability = recordedShare(run, { token: text, temperature: 1 })
    return {
      token: tokenLabel({ text }),
      id: String(id),
      logit: formatNumber(logit, { digits: 2, keepZeros: true }),
      probability,
      share: formatPercent(probability, { digits: 1 }),
    }
  })
  const left = 1 - rows.reduce((sum, { probability }) => sum + probability, 0)
  return {
    rows,
    others: {
      count: formatCount(run.vocabularySize - rows.length),
      probability: left,
      share: formatPercent(left, { digits: 1 }),
    },
  }
}
