import { parseNumber } from '../format/parse-number.ts'

/**
 * Reads a size in MiB that nvidia-smi printed, whole by its nature: a comma, point, space or
 * apostrophe before three digits separates thousands, whatever the locale of the paste.
 * Returns null for 'N/A', '[Not Supported]' and anything else that is no size.
 *
 * @example smiMebibytes('24.564MiB') //=> 24564
 */
export function smiMebibytes(text: string): number | null {
  const bare = text.trim().replace(/\s*(MiB|MB|Mio)$/i, '')
  const grouped = bare.replace(/(?<=\d)[.,'\u2019\s](?=\d{3}(?!\d))/g, '')
  const value = parseNumber(grouped)
  return value !== null && value >= 0 && value < 1e9 ? Math.round(value) : null
}

/**
 * Completes used and free memory from each other where the total is known.
 * Formula: free = total - used, and none where more is used than there is. Units: MiB.
 *
 * @example withFree({ total: 24564, used: 24564 }).freeMiB //=> 0
 */
export function withFree(memory: {
  readonly total: number | null
  readonly used: number | null
  readonly free?: number | null
}): { totalMiB: number | null; usedMiB: number | null; freeMiB: number | null } {
  const { total, used, free = null } = memory
  const rest = (part: number | null) =>
    total === null || part === null ? null : Math.max(0, total - part)
  return { totalMiB: total, usedMiB: used ?? rest(free), freeMiB: free ?? rest(used) }
}
