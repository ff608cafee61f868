import { formatNumber } from '../format/format-number.ts'

/**
 * A probability in percent with digits that suit its size; very small ones as a power of ten.
 *
 * @example formatShare(0.8042) // '80.4 %'
 * @example formatShare(0.00000012) // '1.2e-5 %'
 */
export function formatShare(share: number): string {
  const percent = share * 100
  if (percent === 0) return '0 %'
  if (percent >= 99.95 && percent < 100)
    return `${formatNumber(percent, { digits: percent < 99.99 ? 2 : 4 })} %`
  if (percent >= 10) return `${formatNumber(percent, { digits: 1 })} %`
  if (percent >= 0.01) return `${formatNumber(percent, { digits: percent >= 1 ? 2 : 3 })} %`
  return `${percent.toExponential(1)} %`
}
