const units = [
  ['TB', 1e12],
  ['GB', 1e9],
  ['MB', 1e6],
  ['KB', 1e3],
] as const

/** A size as `ollama list` prints it. */
export interface ListedSize {
  /** The printed number, in `unit`. */
  readonly value: number
  readonly unit: 'TB' | 'GB' | 'MB' | 'KB' | 'B'
  readonly text: string
}

/**
 * A size as `ollama list` prints it: decimal units, cut to a whole number from 10 on, one decimal
 * below.
 *
 * Source: `ollama-bytes`. Throws a RangeError for a size that is not a whole number from 0.
 *
 * @example ollamaListSize(19_851_349_856).text // '19 GB': cut, not rounded
 */
export function ollamaListSize(bytes: number): ListedSize {
  if (!Number.isSafeInteger(bytes) || bytes < 0) {
    throw new RangeError(`bytes is ${bytes}; it must be a whole number from 0.`)
  }
  const [unit, size] = units.find(([, least]) => bytes >= least) ?? (['B', 1] as const)
  const exact = bytes / size
  const value = exact >= 10 || unit === 'B' ? Math.trunc(exact) : roundToTenth(exact)
  const text = exact >= 10 || Number.isInteger(exact) ? `${value}` : value.toFixed(1)
  return { value, unit, text: `${text} ${unit}` }
}

/** Nearest tenth, halves to the even digit, as Go prints %.1f. */
function roundToTenth(value: number): number {
  const tenths = value * 10
  const below = Math.floor(tenths)
  if (tenths - below === 0.5) return (below % 2 === 0 ? below : below + 1) / 10
  return Math.round(tenths) / 10
}
