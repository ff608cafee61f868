import type { CosineMatrix } from './cosine-matrix.ts'
import { heatShade } from './heat-shade.ts'

/** All cells of one shade. */
export interface ShadePath {
  /** Its place on the scale, 0 for the lowest cosines. */
  readonly shade: number
  /** The outline of the cells, each 1 wide and 1 high, the first at the corner. */
  readonly path: string
}

/**
 * The cells as one outline a shade, so that a picture of thousands of cells has a few shapes. The
 * diagonal, where each chunk meets itself, stays empty.
 *
 * @param shades into how many shades the scale is divided
 * @example heatPaths(matrix, [0, 1], 3)[0] // { shade: 1, path: 'M1 0h1v1h-1zM0 1h1v1h-1z' }
 */
export function heatPaths(
  matrix: CosineMatrix,
  domain: readonly [number, number],
  shades: number,
): readonly ShadePath[] {
  const paths = new Map<number, string>()
  for (let row = 0; row < matrix.count; row++) {
    for (let column = 0; column < matrix.count; column++) {
      if (row === column) continue
      const shade = heatShade(matrix, row, column, domain, shades)
      paths.set(shade, `${paths.get(shade) ?? ''}M${column} ${row}h1v1h-1z`)
    }
  }
  return [...paths].map(([shade, path]) => ({ shade, path }))
}
