import { formatNumber } from './format-number.ts'

const scales = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'K'],
] as const

/**
 * Writes a number of parameters the way model cards do, to three significant figures.
 * Units: K, M, B and T are 1e3, 1e6, 1e9 and 1e12. Errors: RangeError when the value is not finite.
 *
 * @example formatParameters(8030261248) //=> '8.03 B'
 */
export function formatParameters(parameters: number): string {
  const magnitude = Math.abs(parameters)
  for (const [scale, letter] of scales) {
    // 999.5 M would be shown as 1000 M; it belongs to the next scale.
    if (magnitude >= scale * 0.9995 && magnitude >= 1000) {
      return `${toThreeFigures(parameters / scale)} ${letter}`
    }
  }
  return formatNumber(parameters)
}

function toThreeFigures(value: number): string {
  const magnitude = Math.abs(value)
  const digits = magnitude < 9.995 ? 2 : magnitude < 99.95 ? 1 : 0
  return formatNumber(value, { digits })
}
