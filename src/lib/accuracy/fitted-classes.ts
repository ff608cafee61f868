import { formatNumber } from '../format/format-number.ts'

/** One kind of memory as the page prints what was fitted for it. */
export interface FittedClassRow {
  readonly name: string
  readonly efficiency: string
  readonly layerMicroseconds: string
}

/**
 * The fitted constants of decode speed, a row for each kind of memory.
 *
 * @example
 * fittedClasses({ gddr: { efficiency: 0.8, layerTime: 2e-5 } })
 * //=> [{ name: 'gddr', efficiency: '0.80', layerMicroseconds: '20' }]
 */
export const fittedClasses = (
  classes: Readonly<Record<string, { readonly efficiency: number; readonly layerTime: number }>>,
): FittedClassRow[] =>
  Object.entries(classes).map(([name, { efficiency, layerTime }]) => ({
    name,
    efficiency: efficiency.toFixed(2),
    layerMicroseconds: formatNumber(layerTime * 1e6, { digits: 0 }),
  }))
