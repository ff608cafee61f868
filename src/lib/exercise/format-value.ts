import { formatBytes } from '../format/format-bytes.ts'
import { formatCount } from '../format/format-count.ts'
import { formatNumber } from '../format/format-number.ts'
import { formatParameters } from '../format/format-parameters.ts'
import { formatPercent } from '../format/format-percent.ts'
import { formatTokens } from '../format/format-tokens.ts'
import type { ValueFormat } from './exercise.ts'

/**
 * Writes a computed value the way a text asks for it.
 *
 * Units: 'bytes-iec' KiB, MiB, GiB; 'bytes-si' kB, MB, GB; 'bytes-both' one with the other in
 * brackets; 'bytes' whole bytes; 'percent' of a share; 'factor' with a times sign.
 * Errors: RangeError when the value is not finite.
 *
 * @example formatValue(1610612736, { as: 'bytes-both', digits: 2 }) //=> '1.5 GiB (1.61 GB)'
 */
export function formatValue(
  value: number,
  format: { readonly as?: ValueFormat | undefined; readonly digits?: number | undefined } = {},
): string {
  const { as = 'number', digits = 2 } = format
  switch (as) {
    case 'bytes':
      return `${formatCount(value)} bytes`
    case 'bytes-iec':
      return formatBytes(value, { base: 'iec', digits })
    case 'bytes-si':
      return formatBytes(value, { base: 'si', digits })
    case 'bytes-both': {
      const si = formatBytes(value, { base: 'si', digits })
      return `${formatBytes(value, { base: 'iec', digits })} (${si})`
    }
    case 'count':
      return formatCount(value)
    case 'tokens':
      return formatTokens(value)
    case 'parameters':
      return formatParameters(value)
    case 'percent':
      return formatPercent(value, { digits })
    case 'factor':
      return `${formatNumber(value, { digits })}×`
    case 'number':
      return formatNumber(value, { digits })
  }
}
