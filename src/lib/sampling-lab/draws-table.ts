import { drawMany } from '../sampling/draw-many.ts'
import { expectedAgainstDrawn } from '../sampling/expected-against-drawn.ts'
import { seededRandom } from '../sampling/seeded-random.ts'
import { countOf } from '../format/count-of.ts'
import { formatNumber } from '../format/format-number.ts'
import { formatCount } from '../format/format-count.ts'
import type { Table } from '../export/table.ts'
import type { Distribution } from './distribution.ts'
import { formatShare } from './format-share.ts'
import type { SamplingResult } from './sampling-result.ts'
import { labelOf } from './label-of.ts'

/** One token: what theory expects of it and what came. */
export interface DrawsRow {
  readonly id: number
  readonly label: string
  readonly expected: string
  readonly drawn: string
  readonly interval: string
  readonly agrees: boolean
  /** Places along the bar, in percent of the width. */
  readonly expectedAt: number
  readonly drawnAt: number
  readonly lowAt: number
  readonly highAt: number
  /** Places down, in pixels. */
  readonly textAt: number
  readonly barAt: number
  readonly middleAt: number
  readonly tickFrom: number
  readonly tickTo: number
}

const ROW = 34
const TEXT = 11
const BAR = 16
const MIDDLE = 21

export interface Draws {
  readonly rows: readonly DrawsRow[]
  readonly agreeing: number
  readonly says: string
  /** Height of the picture in pixels. */
  readonly height: number
  readonly table: Table
}

/**
 * Draws from the kept tokens with a seed and sets the counts beside theory, with the interval in
 * which the drawn share places the probability 19 times in 20.
 *
 * Units: draws; places in percent of the width, the largest share being 100.
 *
 * @throws RangeError when the number of draws or the seed is refused
 * @example drawsTable({ distribution, result, seed: 42, draws: 1000 }).rows[0]?.label // '␣Sydney'
 */
export function drawsTable(request: {
  readonly distribution: Distribution
  readonly result: SamplingResult
  readonly seed: number
  readonly draws: number
  readonly rows?: number
}): Draws {
  const { distribution, result, seed, draws, rows: most = 12 } = request
  const { keptTokenIds, probabilities } = result.chain
  const random = seededRandom(seed)
  const counts = drawMany({ probabilities, draws, random })
  const compared = expectedAgainstDrawn({
    probabilities,
    counts,
    rows: Math.min(most, distribution.known),
  })
  const largest = Math.max(...compared.map(({ probability, high }) => Math.max(probability, high)))
  const at = (share: number) => Math.round((share / largest) * 10_000) / 100
  const rows = compared.map((each, index): DrawsRow => {
    const { place, probability, expected, drawn, share, low, high, agrees } = each
    const id = keptTokenIds[place] ?? 0
    return {
      id,
      label: labelOf(distribution, id),
      expected: formatNumber(expected, { digits: expected < 10 ? 2 : 1 }),
      drawn: formatCount(drawn),
      interval: `${formatShare(low)} to ${formatShare(high)}`,
      agrees,
      expectedAt: at(probability),
      drawnAt: at(share),
      lowAt: at(low),
      highAt: at(high),
      textAt: index * ROW + TEXT,
      barAt: index * ROW + BAR,
      middleAt: index * ROW + MIDDLE,
      tickFrom: index * ROW + BAR - 3,
      tickTo: index * ROW + MIDDLE + 8,
    }
  })
  const agreeing = rows.filter(({ agrees }) => agrees).length
  return {
    rows,
    agreeing,
    height: rows.length * ROW,
    says: `${countOf(draws, 'draw')} with seed ${seed}: for ${agreeing} of ${countOf(rows.length, 'token')} shown the interval of what was drawn holds the true probability. About one in twenty misses by chance alone; the same seed gives the same draws.`,
    table: {
      caption: `${countOf(draws, 'draw')} with seed ${seed} against theory`,
      columns: ['token', 'expected', 'drawn', 'interval of the probability (95 %)', 'holds it'],
      rows: rows.map(({ label, expected, drawn, interval, agrees }) => [
        label,
        expected,
        drawn,
        interval,
        agrees ? 'yes' : 'no',
      ]),
    },
  }
}
