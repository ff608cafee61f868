import type { ChunkCountQuestion } from '../chunking/chunk-count.ts'
import { slidingWindows } from './sliding-windows.ts'

/** A window as a bar, in per cent of the text. */
export interface WindowBar {
  readonly start: number
  readonly end: number
  readonly left: number
  readonly repeated: number
  readonly fresh: number
}

/**
 * Sliding windows as bars under their text: where each begins, and its repeated and its new part.
 * Units: per cent of the text's length; `step` in the text's unit.
 *
 * @example windowsFigure({ length: 100, size: 60, overlap: 20 }).bars[1]?.left //=> 40
 */
export function windowsFigure(question: ChunkCountQuestion): {
  readonly step: number
  readonly bars: readonly WindowBar[]
} {
  const { length, size, overlap } = question
  const share = (units: number) => (100 * units) / length
  const bars = slidingWindows(question).map(({ start, end, repeats }) => ({
    start,
    end,
    left: share(start),
    repeated: share(repeats),
    fresh: share(end - start - repeats),
  }))
  return { step: size - overlap, bars }
}
