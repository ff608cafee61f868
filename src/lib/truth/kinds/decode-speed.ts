import { decodeSpeed } from '../../speed/decode-speed.ts'
import { decodeRun } from '../decode-run.ts'
import { notComputed } from '../not-computed.ts'
import type { TruthAnswer, TruthQuestion } from '../truth-row.ts'

/** Tokens a second of one sequence, on a device of which the row gives bandwidth and name. */
export function decodeSpeedAnswer(row: TruthQuestion): TruthAnswer {
  const run = decodeRun(row)
  if (run === null) return notComputed('the row gives no bandwidth or no known weight format')
  const { typical, band } = decodeSpeed(run.spec, run.setup)
  const { sequences } = run.setup
  return { value: typical / sequences, band: [band[0] / sequences, band[1] / sequences] }
}
