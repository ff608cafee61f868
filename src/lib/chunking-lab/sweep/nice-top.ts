const STEPS = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10]

/**
 * A round number at or above a value, whose half is round too: where an axis from 0 may end.
 *
 * @example niceTop(0.37) //=> 0.4
 */
export function niceTop(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = STEPS.find((each) => each * power >= value * (1 - 1e-9)) ?? 10
  return Number((step * power).toPrecision(3))
}
