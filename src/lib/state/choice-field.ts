import type { Field, FieldName } from './field.ts'
import { named } from './field-name.ts'
import { showText } from './show-text.ts'

/**
 * A field that holds one of a few words; where it is no other word, upper and lower case are the
 * same.
 *
 * @example choiceField({ label: 'Engine', initial: 'vllm', choices: ['vllm'] }).parse('VLLM')
 * //=> { value: 'vllm' }
 */
export function choiceField<Choice extends string>(
  settings: FieldName & { readonly initial: Choice; readonly choices: readonly Choice[] },
): Field<Choice> {
  const { label, initial, choices } = settings
  return {
    ...named(settings),
    initial,
    parse: (text) => {
      const wanted = text.trim().toLowerCase()
      const value =
        choices.find((choice) => choice === text.trim()) ??
        choices.find((choice) => choice.toLowerCase() === wanted)
      if (value !== undefined) return { value }
      return { problem: `${label} ${showText(text)} is not one of ${choices.join(', ')}.` }
    },
    format: (value) => value,
  }
}

/** A field that is on or off, written 1 or 0. */
export function flagField(settings: FieldName & { readonly initial: boolean }): Field<boolean> {
  return {
    ...named(settings),
    initial: settings.initial,
    parse: (text) => {
      if (['1', 'true', 'on'].includes(text.trim())) return { value: true }
      if (['0', 'false', 'off'].includes(text.trim())) return { value: false }
      return { problem: `${settings.label} must be 1 or 0; ${showText(text)} is neither.` }
    },
    format: (value) => (value ? '1' : '0'),
  }
}
