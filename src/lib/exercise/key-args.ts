import type { CacheFormat } from '../memory/setup.ts'
import { CACHE_FORMATS } from '../cache/cache-formats.ts'
import { parseQuantity } from './parse-quantity.ts'

/** Arguments of a registry function, nested calls already computed. */
export type KeyArgs = Readonly<Record<string, unknown>>

const cacheFormats = Object.keys(CACHE_FORMATS).map((name) => name as CacheFormat)

/** A text argument. Errors: RangeError naming the argument when it is missing and has no default. */
export function textArg(args: KeyArgs, name: string, fallback?: string): string {
  const value = args[name] ?? fallback
  if (typeof value === 'string') return value
  throw new RangeError(`${name} is ${JSON.stringify(value)}; expected a text`)
}

/** A number argument. Errors: RangeError naming the argument when it is missing or not finite. */
export function numberArg(args: KeyArgs, name: string, fallback?: number): number {
  const value = args[name] ?? fallback
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new RangeError(`${name} is ${JSON.stringify(value)}; expected a number`)
}

/**
 * A size argument: a number of bytes, or a text with its unit such as '24 GiB'.
 * Errors: RangeError naming the argument.
 */
export function bytesArg(args: KeyArgs, name: string, fallback?: number): number {
  const value = args[name] ?? fallback
  if (typeof value !== 'string') return numberArg(args, name, fallback)
  const read = parseQuantity(value, 'bytes')
  if ('problem' in read) throw new RangeError(`${name} is "${value}": ${read.problem}`)
  return read.value
}

/** A list of numbers. Errors: RangeError naming the argument. */
export function numbersArg(args: KeyArgs, name: string): readonly number[] {
  const value = args[name]
  if (!Array.isArray(value)) throw new RangeError(`${name} is not a list of numbers`)
  return value.map((item: unknown) => numberArg({ item }, 'item'))
}

/** A cache format; f16 where the argument is left out. Errors: RangeError listing the formats. */
export function cacheFormatArg(args: KeyArgs, name: string, fallback = 'f16'): CacheFormat {
  const text = textArg(args, name, fallback)
  const format = cacheFormats.find((each) => each === text)
  if (format !== undefined) return format
  throw new RangeError(`${name} is "${text}"; expected one of ${cacheFormats.join(', ')}`)
}
