/** The smallest probability that the logarithmic scale shows. */
const SMALLEST = 1e-6
const DECADES = 6

export type ShareAxis = 'linear' | 'log'

/**
 * Where a probability stands in the picture.
 *
 * Units: share of 1 in, percent of the width out.
 *
 * @example shareToPercent(0.001, 'log') // 50
 */
export function shareToPercent(share: number, axis: ShareAxis): number {
  const place = axis === 'linear' ? share : share <= SMALLEST ? 0 : 1 + Math.log10(share) / DECADES
  return Math.round(Math.min(1, Math.max(0, place)) * 10_000) / 100
}

/**
 * The probability at a place of the picture, rounded to what a hand can aim at.
 *
 * Units: pixels in, share of 1 out.
 *
 * @example shareAtPixel({ x: 150, left: 100, width: 100, axis: 'linear' }) // 0.5
 */
export function shareAtPixel(place: {
  readonly x: number
  readonly left: number
  readonly width: number
  readonly axis: ShareAxis
}): number {
  const { x, left, width, axis } = place
  const along = Math.min(1, Math.max(0, width > 0 ? (x - left) / width : 0))
  const share = axis === 'linear' ? along : 10 ** ((along - 1) * DECADES)
  const steps = axis === 'linear' ? 200 : 1000
  return Math.round(share * steps) / steps
}

/**
 * The next value of p when an arrow key is pressed on its line.
 *
 * Units: share of 1.
 *
 * @example shareAfterKey(0.9, 'ArrowRight') // 0.91
 */
export function shareAfterKey(share: number, key: string): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 0.01,
    ArrowUp: 0.01,
    ArrowLeft: -0.01,
    ArrowDown: -0.01,
    PageUp: 0.1,
    PageDown: -0.1,
  }
  if (key === 'Home') return 0
  if (key === 'End') return 1
  const step = steps[key]
  if (step === undefined) return null
  return Math.min(1, Math.max(0, Math.round((share + step) * 1000) / 1000))
}

/** A mark of the scale: its place in percent of the width, and how its text hangs on it. */
export interface Tick {
  readonly at: number
  readonly label: string
  readonly anchor: 'start' | 'middle' | 'end'
}

/**
 * The marks under the picture.
 *
 * @example axisTicks('linear').map(({ label }) => label) // ['0 %', '50 %', '100 %']
 */
export function axisTicks(axis: ShareAxis): readonly Tick[] {
  const marks: readonly (readonly [number, string])[] =
    axis === 'linear'
      ? [
          [0, '0 %'],
          [50, '50 %'],
          [100, '100 %'],
        ]
      : [
          [0, '0.0001 %'],
          [33.33, '0.01 %'],
          [66.67, '1 %'],
          [100, '100 %'],
        ]
  return marks.map(([at, label]) => ({
    at,
    label,
    anchor: at === 0 ? 'start' : at === 100 ? 'end' : 'middle',
  }))
}
