import { formatPercent } from '../format/format-percent.ts'

/** Below and above these, one decimal would say 0 % or 100 % of what is neither. */
const LEAST = 0.0005

/**
 * A share as a label: one decimal, and never 0 % or 100 % where it is not exactly that.
 *
 * @example shareLabel(0.0003) //=> '< 0.1 %'
 */
export function shareLabel(share: number): string {
  if (share > 0 && share < LEAST) return '< 0.1 %'
  if (share < 1 && share > 1 - LEAST) return '> 99.9 %'
  return formatPercent(share, { digits: 1 })
}
