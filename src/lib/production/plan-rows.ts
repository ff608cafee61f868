import { formatBytes } from '../format/format-bytes.ts'
import { formatCount } from '../format/format-count.ts'
import { bytesPer } from '../units/units.ts'
import { indexPlan } from './index-plan.ts'
import type { PlanState } from './plan-fields.ts'

export interface PlanRow {
  readonly label: string
  readonly value: string
}

const machinesOf = (count: number): string =>
  count === 1 ? '1 machine' : `${formatCount(count)} machines`

/** The plan in words: a sentence, and a row for each of its numbers. */
export function planRows(state: PlanState): {
  readonly answer: string
  readonly rows: readonly PlanRow[]
} {
  const { machineGiB, copies, ...index } = state
  const plan = indexPlan({ ...index, copies, machineBytes: machineGiB * bytesPer.GiB })
  const size = (bytes: number) => `${formatBytes(bytes)} (${formatBytes(bytes, { base: 'si' })})`
  const kept =
    copies === 1 ? '' : ` Kept ${formatCount(copies)} times: ${machinesOf(plan.machines)}.`
  return {
    answer: `At least ${formatBytes(plan.totalBytes)} in memory: ${machinesOf(plan.shards)} of ${formatCount(machineGiB)} GiB.${kept}`,
    rows: [
      { label: 'Vectors', value: size(plan.vectorBytes) },
      { label: 'Links of the graph, at least', value: size(plan.graphBytes) },
      { label: 'Together', value: size(plan.totalBytes) },
    ],
  }
}
