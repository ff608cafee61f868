import { CURVE_ROWS } from './curve-tokens.ts'

/** Height of one bar of the picture, in pixels. */
export const BAR_HEIGHT = 14
const ROW_HEIGHT = 36
const FIRST = 18

/** Height of the whole picture, in pixels. */
export const PICTURE_HEIGHT = FIRST + CURVE_ROWS * ROW_HEIGHT + 4

/** How far the line of the card stands out above and below a bar: not into the words between bars. */
const OVERHANG = 2

/** Ends of the card's line at one bar, in pixels from the top. */
export const limitEnds = (row: number): { readonly from: number; readonly to: number } => ({
  from: barTop(row) - OVERHANG,
  to: barTop(row) + BAR_HEIGHT + OVERHANG,
})

/** Where the words under the card's line stand. */
export const LIMIT_LABEL_TOP = PICTURE_HEIGHT - 4

/**
 * Where a bar begins, in pixels from the top.
 *
 * @example barTop(1) //=> 54
 */
export const barTop = (row: number): number => FIRST + row * ROW_HEIGHT

/** Where the words over a bar stand. */
export const labelTop = (row: number): number => barTop(row) - 5
