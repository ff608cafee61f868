import { checkInteger, listOf, show } from './check-value.ts'
import { ConfigError } from './config-error.ts'

/** The fields of a configuration, read with checks. Several names mean the same: first one wins. */
export interface ConfigReader {
  readonly modelType: string
  /** First of the names with a value that is neither absent nor null. */
  readonly value: (names: Names) => unknown
  /** True when the file states the field, be it as null. */
  readonly states: (name: string) => boolean
  /** A whole number; absent or null gives the default. */
  readonly integer: (names: Names, rule: IntegerRule) => number
  /** A whole number or null: absent gives the default, a stated null stays null. */
  readonly optionalInteger: (names: Names, rule: OptionalIntegerRule) => number | null
  /** A positive number that need not be whole, such as a factor. */
  readonly factor: (names: Names, fallback: number) => number
  readonly flag: (names: Names, fallback: boolean) => boolean
  /** A list of whole numbers, or null. */
  readonly integers: (name: string) => readonly number[] | null
  /** A list of words, or null. */
  readonly words: (name: string) => readonly string[] | null
  /** Class name of `architectures`, or null. */
  readonly architecture: string | null
  readonly warn: (sentence: string) => void
  /** Warns that a field is missing and what was taken for it. */
  readonly warnOfDefault: (name: string, value: number) => void
}

type Names = string | readonly string[]

interface IntegerRule {
  readonly fallback: number
  readonly min?: number
  readonly max?: number
  /** Say so in a warning when the default had to be used. */
  readonly essential?: boolean
}

interface OptionalIntegerRule {
  readonly fallback: number | null
  readonly min?: number
  readonly max?: number
}

/**
 * Wraps the fields of a configuration so that every number is checked when it is read: whole,
 * positive and below a bound that no real model reaches.
 *
 * @throws {ConfigError} from the reading functions, naming the field
 * @example configReader({ fields: { n_head: 12 }, modelType: 'gpt2', warnings: [] })
 *   .integer(['num_attention_heads', 'n_head'], { fallback: 1 }) //=> 12
 */
export function configReader(input: {
  readonly fields: Readonly<Record<string, unknown>>
  readonly modelType: string
  readonly warnings: string[]
}): ConfigReader {
  const { fields, modelType, warnings } = input
  const states = (name: string) => Object.hasOwn(fields, name)
  const find = (names: Names) => {
    const list = typeof names === 'string' ? [names] : names
    const stated = list.find((name) => states(name) && fields[name] !== null)
    return { name: stated ?? list[0] ?? '', value: stated === undefined ? null : fields[stated] }
  }
  const warn = (sentence: string) => {
    if (!warnings.includes(sentence)) warnings.push(sentence)
  }
  return {
    modelType,
    states,
    warn,
    warnOfDefault: (name, value) => warn(defaultWarning({ name, modelType, value })),
    value: (names) => find(names).value,
    architecture: firstWord(fields['architectures']),
    integer(names, rule) {
      const { name, value } = find(names)
      if (value !== null) return checkInteger({ name, value, ...rule })
      if (rule.essential === true) warn(defaultWarning({ name, modelType, value: rule.fallback }))
      return rule.fallback
    },
    optionalInteger(names, rule) {
      const { name, value } = find(names)
      if (value !== null) return checkInteger({ name, value, ...rule })
      const list = typeof names === 'string' ? [names] : names
      return list.some(states) ? null : rule.fallback
    },
    factor(names, fallback) {
      const { name, value } = find(names)
      if (value === null) return fallback
      if (typeof value === 'number' && value > 0 && value <= 1024) return value
      throw new ConfigError(
        `${name} is ${show(value)}; a number above 0 and at most 1024 was expected.`,
        name,
      )
    },
    flag(names, fallback) {
      const { name, value } = find(names)
      if (value === null) return fallback
      if (typeof value === 'boolean') return value
      throw new ConfigError(`${name} is ${show(value)}; true or false was expected.`, name)
    },
    integers(name) {
      const list = listOf(name, fields[name])
      return list?.map((value) => checkInteger({ name, value, min: 0 })) ?? null
    },
    words(name) {
      const list = listOf(name, fields[name])
      return (
        list?.map((value) => {
          if (typeof value === 'string') return value
          throw new ConfigError(`${name} holds ${show(value)}; only words were expected.`, name)
        }) ?? null
      )
    },
  }
}

function firstWord(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : null
  return typeof first === 'string' ? first : null
}

function defaultWarning(input: { name: string; modelType: string; value: number }): string {
  const { name, modelType, value } = input
  return `${name} is not in the file; ${value.toLocaleString('en')}, the default of ${modelType}, was used.`
}
