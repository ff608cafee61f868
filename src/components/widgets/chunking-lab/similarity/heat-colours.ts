import { rgb } from 'd3-color'
import { quantize } from 'd3-interpolate'
import { interpolateCividis } from 'd3-scale-chromatic'
import { heatPixels } from '../../../../lib/chunking-lab/similarity/heat-pixels.ts'
import type { CosineMatrix } from '../../../../lib/chunking-lab/similarity/cosine-matrix.ts'

/**
 * Cividis: from dark blue to yellow, of even steps in lightness, so that it reads the same with any
 * colour vision and without colour.
 */
export const heatColour = interpolateCividis

/** Colours along the scale, for its legend. */
export const legendColours: readonly string[] = quantize(interpolateCividis, 11)

const palette = quantize(interpolateCividis, 256).map((colour) => {
  const { r, g, b } = rgb(colour)
  return [r, g, b] as const
})

/** The cells as one image, one pixel each; '' where the browser draws none. */
export function heatImage(matrix: CosineMatrix, domain: readonly [number, number]): string {
  const canvas = document.createElement('canvas')
  canvas.width = matrix.count
  canvas.height = matrix.count
  const context = canvas.getContext('2d')
  if (context === null) return ''
  const pixels = heatPixels(matrix, domain, palette)
  context.putImageData(new ImageData(pixels, matrix.count, matrix.count), 0, 0)
  return canvas.toDataURL()
}
