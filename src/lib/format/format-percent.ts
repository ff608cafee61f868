import { formatNumber } from './format-number.ts'

/**
 * Writes a share as a percentage: fraction x 100, at most `digits` decimals (default 1).
 * Errors: RangeError when the value is not finite.
 *
 * @example formatPercent(0.9) //=> '90 %'
 */
export function formatPercent(fraction: number, format: { readonly digits?: number } = {}): string {
  return `${formatNumber(fraction * 100, { digits: format.digits ?? 1 })} %`
}
