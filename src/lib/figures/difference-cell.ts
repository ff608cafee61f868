import { formatNumber } from '../format/format-number.ts'
import type { PairedDifference } from '../rag-lab/pipeline-evaluation.ts'

export interface DifferenceCell {
  /** '0.80 → 0.92' */
  readonly change: string
  /** '0.00 to +0.24' */
  readonly interval: string
  readonly verdict: 'better' | 'worse' | 'not clear'
}

const two = (value: number): string => formatNumber(value, { digits: 2, keepZeros: true })
const signed = (value: number): string => `${value > 0 ? '+' : ''}${two(value)}`

/**
 * A paired difference of a metric of which more is better, short enough for a cell of a table. It is
 * clear when the interval does not hold 0.
 * Units: shares of 1.
 *
 * @example differenceCell({ …, before: 0.8, after: 0.92, low: 0, high: 0.24 }).verdict //=> 'not clear'
 */
export function differenceCell(
  found: Pick<PairedDifference, 'before' | 'after' | 'low' | 'high'>,
): DifferenceCell {
  const { before, after, low, high } = found
  return {
    change: `${two(before)} → ${two(after)}`,
    interval: `${signed(low)} to ${signed(high)}`,
    verdict: low > 0 ? 'better' : high < 0 ? 'worse' : 'not clear',
  }
}
