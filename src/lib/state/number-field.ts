import { formatNumber } from '../format/format-number.ts'
import { parseNumber } from '../format/parse-number.ts'
import type { Field, FieldName, Parsed } from './field.ts'
import { named } from './field-name.ts'
import { showText } from './show-text.ts'

interface NumberRange {
  readonly min: number
  readonly max: number
  readonly whole?: boolean
}

/**
 * A field that holds a number within a range, written with or without thousands marks.
 *
 * @example numberField({ label: 'Sequences', initial: 1, min: 1, max: 64, whole: true }).parse('0')
 * //=> { problem: 'Sequences must be a whole number from 1 to 64; "0" is not.' }
 */
export function numberField(
  settings: FieldName & NumberRange & { readonly initial: number },
): Field<number> {
  return {
    ...named(settings),
    initial: settings.initial,
    parse: (text) => readNumber(text, settings),
    format: (value) => String(value),
  }
}

/** A number field that may also be empty: null then means "as the engine does it". */
export function optionalNumberField(settings: FieldName & NumberRange): Field<number | null> {
  return {
    ...named(settings),
    initial: null,
    parse: (text) => (text.trim() === '' ? { value: null } : readNumber(text, settings)),
    format: (value) => (value === null ? '' : String(value)),
  }
}

/**
 * An optional field that holds a share: 0.9 or 90%.
 *
 * @example optionalShareField({ label: 'Share', min: 0.05, max: 1 }).parse('90 %') //=> { value: 0.9 }
 */
export function optionalShareField(settings: FieldName & NumberRange): Field<number | null> {
  const field = optionalNumberField(settings)
  return {
    ...field,
    parse: (text) => {
      const percent = /^(.*\d)\s*%$/.exec(text.trim())?.[1]
      const value = percent === undefined ? null : parseNumber(percent)
      return field.parse(value === null ? text : String(value / 100))
    },
  }
}

function readNumber(text: string, settings: FieldName & NumberRange): Parsed<number> {
  const { label, min, max, whole = false } = settings
  const value = /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text.trim())
    ? Number(text)
    : parseNumber(text)
  const fine = value !== null && value >= min && value <= max && (!whole || Number.isInteger(value))
  if (fine) return { value }
  const kind = whole ? 'a whole number' : 'a number'
  const range = `${formatNumber(min, { digits: 3 })} to ${formatNumber(max, { digits: 3 })}`
  const found = text.trim() === '' ? 'it is empty' : `${showText(text)} is not`
  return { problem: `${label} must be ${kind} from ${range}; ${found}.` }
}
