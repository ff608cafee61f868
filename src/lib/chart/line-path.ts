import type { Scale } from './scale.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

const rounded = (value: number) => Math.round(value * 100) / 100

/**
 * The `d` of an SVG path through points, in picture units rounded to hundredths.
 *
 * @example linePath([{ x: 0, y: 1 }, { x: 2, y: 3 }], (x) => x, (y) => y) //=> 'M0,1L2,3'
 */
export const linePath = (points: readonly Point[], xScale: Scale, yScale: Scale): string =>
  points
    .map(
      ({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${rounded(xScale(x))},${rounded(yScale(y))}`,
    )
    .join('')
