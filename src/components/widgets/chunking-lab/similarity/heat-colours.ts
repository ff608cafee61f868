import { rgb } from 'd3-color'
import { quantize } from 'd3-interpolate'
import { interpolateCividis } from 'd3-scale-chromatic'
import { heatPixels } from '../../../../lib/chunking-lab/similarity/heat-pixels.ts'
import type { CosineMatrix } from '../../../../lib/chunking-lab/similarity/cosine-matrix.ts'

/** Colours along the scale, for its legend. */
export const legendColours: readonly string[] = quantize(interpolateCividis, 11)

/**
 * Cividis: from dark blue to yellow, of even steps in lightness, so that it reads the same with any
 * colour vision and without colour.
 */
export const shades: readonly string[] = quantize(interpolateCividis, 128)

const palette = shades.map((colour) => {
  const { r, g, b } = rgb(colour)
  return [r, g, b] as const
})

/** The cells as one image, one pixel each; '' where the browser draws none. */
export function heatImage(matrix: CosineMatrix, domain: readonly [number, number]): string {
  const canvas = document.createElement('canvas')
  canvas.width = matrix.count
  canvas.height = matrix.count
  // Kept in plain memory: it is read once and at once.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return ''
  const pixels = heatPixels(matrix, domain, palette)
  context.putImageData(new ImageData(pixels, matrix.count, matrix.count), 0, 0)
  return canvas.toDataURL()
}
