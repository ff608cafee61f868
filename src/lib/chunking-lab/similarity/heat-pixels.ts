import type { CosineMatrix } from './cosine-matrix.ts'
import { heatShade } from './heat-shade.ts'

/**
 * The cells as pixels, one each: red, green, blue and opacity from 0 to 255. The diagonal, where
 * each chunk meets itself, stays empty.
 *
 * @param palette colours from the lowest cosine to the highest
 * @example heatPixels(matrix, [0, 1], [[0, 0, 0], [255, 255, 255]]).length // 4 * count * count
 */
export function heatPixels(
  matrix: CosineMatrix,
  domain: readonly [number, number],
  palette: readonly (readonly [number, number, number])[],
): Uint8ClampedArray<ArrayBuffer> {
  const { count } = matrix
  const pixels = new Uint8ClampedArray(4 * count * count)
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (row === column) continue
      const colour = palette[heatShade(matrix, row, column, domain, palette.length)]
      const at = 4 * (row * count + column)
      pixels[at] = colour?.[0] ?? 0
      pixels[at + 1] = colour?.[1] ?? 0
      pixels[at + 2] = colour?.[2] ?? 0
      pixels[at + 3] = 255
    }
  }
  return pixels
}
