import { chunkCountFormula } from './chunk-count.formula.ts'
import { checkSizeAndOverlap } from './check-chunk-options.ts'

/** A text and the windows it is cut into, all in one unit. */
export interface ChunkCountQuestion {
  readonly length: number
  readonly size: number
  readonly overlap: number
}

/**
 * How many chunks fixed windows make of a text: `ceil((length - overlap) / (size - overlap))`; 1 for
 * a text no longer than the overlap, 0 for an empty one.
 *
 * @throws RangeError for a length below 0, a size below 1 or an overlap that is not below the size.
 * @example
 * chunkCount({ length: 10_000, size: 500, overlap: 50 }) // 23
 */
export function chunkCount({ length, size, overlap }: ChunkCountQuestion): number {
  checkSizeAndOverlap({ size, overlap })
  if (!Number.isSafeInteger(length) || length < 0) {
    throw new RangeError(`The length is ${length}; it must be a whole number of at least 0.`)
  }
  return length === 0 ? 0 : chunkCountFormula.evaluate({ length, size, overlap })
}
