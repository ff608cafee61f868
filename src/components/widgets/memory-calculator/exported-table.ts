import published from '../../../data/blog-table.json'
import { exportedCacheTable } from '../../../lib/memory-calculator/cache-table.ts'
import { exportedComparison } from '../../../lib/memory-calculator/comparison.ts'
import { exportedPostTable, postRows } from '../../../lib/memory-calculator/post-table.ts'
import type { PublishedTable } from '../../../lib/memory-calculator/post-table.ts'
import type { Table } from '../../../lib/export/table.ts'
import type { Calculator } from './calculator.svelte.ts'
import { comparedSetups } from './compared-setups.ts'

/** The table that stands on the sheet now, for taking along. */
export function exportedTable(calculator: Calculator): Table {
  const { state, data, table, columns, calculation } = calculator
  const caption = `${data.model.name} (${state.weightFormat}) on ${data.gpu.name}, ${state.engine}`
  if (state.view === 'compare') {
    const setups = comparedSetups(calculator).flatMap(({ setup }) => (setup ? [setup] : []))
    return exportedComparison(setups)
  }
  if (state.view === 'post') {
    const post = published as PublishedTable
    const headings = post.formats.map(({ heading }) => heading)
    return exportedPostTable(postRows(post, calculation.spec, state.units), headings, caption)
  }
  return exportedCacheTable({ rows: table, columns, caption })
}
