import type { Table } from '../../../lib/export/table.ts'
import { chainInWords } from '../../../lib/sampling-lab/chain-in-words.ts'
import { compareEngines } from '../../../lib/sampling-lab/compare-engines.ts'
import { comparisonTable } from '../../../lib/sampling-lab/comparison-table.ts'
import { drawsTable } from '../../../lib/sampling-lab/draws-table.ts'
import { labTable } from '../../../lib/sampling-lab/lab-table.ts'
import type { SamplingLab } from './sampling-lab.svelte.ts'

/** The table that stands on the sheet now, for taking along. */
export function exportedTable({ state, distribution, result, rows }: SamplingLab): Table {
  const { view, seed, draws } = state
  if (view === 'draws') return drawsTable({ distribution, result, seed, draws }).table
  if (view === 'engines') {
    return comparisonTable(compareEngines(state, distribution), distribution)
  }
  return labTable(rows, `${distribution.title}: ${chainInWords(state)}`)
}
