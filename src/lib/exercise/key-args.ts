import type { CacheFormat } from '../memory/setup.ts'
import { CACHE_FORMATS } from '../cache/cache-formats.ts'
import type { ModelSpec } from '../model/spec.ts'
import { parseQuantity } from './parse-quantity.ts'
import type { Lookups } from './lookups.ts'

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

/** A list of texts. Errors: RangeError naming the argument. */
export function textsArg(
  args: KeyArgs,
  name: string,
  fallback: readonly string[],
): readonly string[] {
  const value = args[name] ?? fallback
  if (!Array.isArray(value)) throw new RangeError(`${name} is not a list of texts`)
  return value.map((item: unknown) => textArg({ item }, 'item'))
}

/** A cache format; f16 where the argument is left out. Errors: RangeError listing the formats. */
export function cacheFormatArg(args: KeyArgs, name: string, fallback = 'f16'): CacheFormat {
  const text = textArg(args, name, fallback)
  const format = cacheFormats.find((each) => each === text)
  if (format !== undefined) return format
  throw new RangeError(`${name} is "${text}"; expected one of ${cacheFormats.join(', ')}`)
}

/** The model that `model` names. Errors: RangeError for an id that the data do not have. */
export function specOf(args: KeyArgs, { models }: Lookups): ModelSpec {
  return models(textArg(args, 'model'))
}

/** What a run is about: the format of the weights, the formats of the cache and the sequences. */
export function runArgs(args: KeyArgs) {
  const format = cacheFormatArg(args, 'format')
  return {
    weightFormat: textArg(args, 'weightFormat'),
    keyFormat: cacheFormatArg(args, 'keyFormat', format),
    valueFormat: cacheFormatArg(args, 'valueFormat', format),
    sequences: numberArg(args, 'sequences', 1),
  }
}
