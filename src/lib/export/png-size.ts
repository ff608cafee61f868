/** Pixels of a picture for each of its units: sharp on paper and on dense screens. */
const SHARPNESS = 2

/**
 * Pixels that a picture gets as PNG.
 *
 * @example pngSize({ width: 400, height: 300 }) //=> { width: 800, height: 600 }
 */
export const pngSize = (picture: {
  readonly width: number
  readonly height: number
}): { readonly width: number; readonly height: number } => ({
  width: Math.round(picture.width * SHARPNESS),
  height: Math.round(picture.height * SHARPNESS),
})
