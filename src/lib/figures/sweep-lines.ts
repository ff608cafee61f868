import type { RecordedSweep } from '../chunking-lab/sweep/recorded-sweep.ts'
import type { SweepMeasure } from '../chunking-lab/sweep/judged-point.ts'

/** One measure of one strategy, size by size. */
export interface SweepLine {
  readonly strategy: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

/**
 * The lines of a recorded sweep for one measure: a line for each strategy, chunk sizes along x.
 *
 * @example sweepLines(sweep, 'recall')[0]?.strategy //=> 'characters'
 */
export function sweepLines(
  { points }: Pick<RecordedSweep, 'points'>,
  measure: SweepMeasure,
): readonly SweepLine[] {
  const strategies = [...new Set(points.map(({ strategy }) => strategy))]
  return strategies.map((strategy) => ({
    strategy,
    points: points
      .filter((point) => point.strategy === strategy)
      .map((point) => ({ x: point.axisSize, y: point.means[measure] ?? 0 })),
  }))
}
