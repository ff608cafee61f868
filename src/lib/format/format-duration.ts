import { formatNumber } from './format-number.ts'

/**
 * Writes a time so that a person can picture it: microseconds, milliseconds, seconds, or two of
 * hours, minutes and seconds.
 * Units: the input is in seconds. Errors: RangeError when it is negative or not finite.
 *
 * @example formatDuration(250) //=> '4 min 10 s'
 */
export function formatDuration(seconds: number): string {
  if (!(seconds >= 0) || !Number.isFinite(seconds)) {
    throw new RangeError(`formatDuration: seconds is ${seconds}; expected a number from 0 up`)
  }
  if (seconds === 0) return '0 s'
  if (seconds < 0.0009995) return `${threeFigures(seconds * 1e6)} µs`
  if (seconds < 0.9995) return `${threeFigures(seconds * 1e3)} ms`
  if (seconds < 59.95) return `${formatNumber(seconds, { digits: seconds < 9.95 ? 1 : 0 })} s`
  const whole = Math.round(seconds)
  if (whole < 3600) return pair([Math.floor(whole / 60), 'min'], [whole % 60, 's'])
  const minutes = Math.round(seconds / 60)
  if (minutes < 1440) return pair([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min'])
  const hours = Math.round(seconds / 3600)
  return pair([Math.floor(hours / 24), 'd'], [hours % 24, 'h'])
}

function threeFigures(value: number): string {
  return formatNumber(value, { digits: value < 9.95 ? 1 : 0 })
}

function pair(large: readonly [number, string], small: readonly [number, string]): string {
  const first = `${formatNumber(large[0])} ${large[1]}`
  return small[0] === 0 ? first : `${first} ${small[0]} ${small[1]}`
}
