import { cosineOf, type CosineMatrix } from './cosine-matrix.ts'

/**
 * The shade of a cell: its place on a scale of so many, 0 for the lowest cosines.
 *
 * @example heatShade({ count: 2, values: Float32Array.of(1, 0.5, 0.5, 1) }, 0, 1, [0, 1], 3) //=> 1
 */
export function heatShade(
  matrix: CosineMatrix,
  row: number,
  column: number,
  [low, high]: readonly [number, number],
  shades: number,
): number {
  const share = (cosineOf(matrix, row, column) - low) / (high - low)
  return Math.max(0, Math.min(shades - 1, Math.round(share * (shades - 1))))
}
