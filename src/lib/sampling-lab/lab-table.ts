import type { Table } from '../export/table.ts'
import type { BarRows } from './bar-rows.ts'
import { stepNames } from './step-names.ts'

/**
 * The picture's rows as a table to take along: full precision.
 *
 * @example labTable(barRows(distribution, result, 12), 'Sydney').columns[0] // 'rank'
 */
export function labTable({ rows, others }: BarRows, caption: string): Table {
  return {
    caption,
    columns: [
      'rank',
      'token',
      'id',
      'logit',
      'probability',
      'cumulative',
      'after the chain',
      'fate',
    ],
    rows: [
      ...rows.map((row) => [
        row.rank,
        row.label,
        row.id,
        row.logit,
        row.before,
        row.cumulative,
        row.after,
        row.cutBy === null ? 'kept' : `cut by ${stepNames[row.cutBy]}`,
      ]),
      ['', `${others.count} more`, '', '', others.before, 1, others.after, `${others.kept} kept`],
    ],
  }
}
