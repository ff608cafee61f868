import type { Table } from '../export/table.ts'
import type { Distribution } from './distribution.ts'
import type { EngineComparison, EngineSide } from './engine-comparison.ts'
import { formatShare } from './format-share.ts'
import { labelOf } from './label-of.ts'

/**
 * Two engines token by token: the model's probability and what each makes of it.
 *
 * @example comparisonTable(compareEngines(state, distribution), distribution).columns.length // 4
 */
export function comparisonTable(
  { sides }: EngineComparison,
  distribution: Distribution,
  count = 15,
): Table {
  const { start, known } = distribution
  const shown = Math.min(count, known, start.ids.length)
  const shares = sides.map((side) => sharesOf(side))
  return {
    caption: 'Both engines, token by token',
    columns: ['token', 'model', ...sides.map(({ heading }) => heading)],
    rows: Array.from({ length: shown }, (_, place) => {
      const id = start.ids[place] ?? 0
      return [
        labelOf(distribution, id),
        formatShare((start.weights[place] ?? 0) / start.total),
        ...shares.map((of) => {
          const share = of?.get(id)
          return of === null ? 'refused' : share === undefined ? 'cut' : formatShare(share)
        }),
      ]
    }),
  }
}

const sharesOf = ({ result }: EngineSide): ReadonlyMap<number, number> | null =>
  result === null
    ? null
    : new Map(
        Array.from(result.chain.keptTokenIds.subarray(0, 200), (id, place) => [
          id,
          result.chain.probabilities[place] ?? 0,
        ]),
      )
