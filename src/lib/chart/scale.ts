export interface ScaleOptions {
  /** Smallest and largest value; they must differ, and be positive for a logarithmic scale. */
  readonly domain: readonly [number, number]
  /** Where they stand in the picture, in SVG units. */
  readonly range: readonly [number, number]
}

export type Scale = (value: number) => number

const checked = ({ domain: [low, high], range }: ScaleOptions): ScaleOptions => {
  if (!Number.isFinite(low) || !Number.isFinite(high) || low === high)
    throw new RangeError(`A scale needs two different finite ends, not ${low} and ${high}.`)
  return { domain: [low, high], range }
}

/**
 * A straight scale: equal steps of the value are equal steps in the picture.
 *
 * @example linearScale({ domain: [0, 10], range: [0, 100] })(2.5) //=> 25
 */
export const linearScale = (options: ScaleOptions): Scale => {
  const { domain, range } = checked(options)
  const slope = (range[1] - range[0]) / (domain[1] - domain[0])
  return (value) => range[0] + (value - domain[0]) * slope
}

/**
 * A logarithmic scale: equal factors of the value are equal steps in the picture.
 *
 * @example logScale({ domain: [1, 100], range: [0, 100] })(10) //=> 50
 */
export const logScale = ({ domain, range }: ScaleOptions): Scale => {
  if (domain[0] <= 0 || domain[1] <= 0)
    throw new RangeError(`A logarithmic scale needs positive ends, not ${domain.join(' and ')}.`)
  const scale = linearScale({ domain: [Math.log(domain[0]), Math.log(domain[1])], range })
  return (value) => scale(Math.log(value))
}
