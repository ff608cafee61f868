import { ConfigError } from './config-error.ts'

const LARGEST = 1e8

/** A whole number within bounds, or a ConfigError that says what was found instead. */
export function checkInteger(rule: {
  readonly name: string
  readonly value: unknown
  readonly min?: number
  readonly max?: number
}): number {
  const { name, value, min = 1, max = LARGEST } = rule
  if (typeof value !== 'number') {
    throw new ConfigError(`${name} is ${show(value)}; a whole number was expected.`, name)
  }
  if (!Number.isSafeInteger(value) || value < min || value > max) {
    const range = `from ${min.toLocaleString('en')} to ${max.toLocaleString('en')}`
    throw new ConfigError(`${name} is ${show(value)}; a whole number ${range} was expected.`, name)
  }
  return value
}

/** A list of bearable length, or null when the field is absent. */
export function listOf(name: string, value: unknown): readonly unknown[] | null {
  if (value === undefined || value === null) return null
  if (!Array.isArray(value)) {
    throw new ConfigError(`${name} is ${show(value)}; a list was expected.`, name)
  }
  if (value.length > 100_000) {
    throw new ConfigError(`${name} is a list of ${value.length} values; that is too many.`, name)
  }
  const list: readonly unknown[] = value
  return list
}

/** A value in words, short enough for a message. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    const text = value.length > 40 ? `${value.slice(0, 40)}…` : value
    return `the text ${JSON.stringify(text)}`
  }
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a group of fields'
  return String(value)
}
