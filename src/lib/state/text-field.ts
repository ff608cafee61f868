import type { Field, FieldName } from './field.ts'
import { named } from './field-name.ts'
import { showText } from './show-text.ts'

/**
 * A field that holds a text of limited length. What the text means is decided by whoever reads it.
 *
 * @example textField({ label: 'Config', initial: '', longest: 5 }).parse('abcdef')
 * //=> { problem: 'Config is longer than 5 characters.' }
 */
export function textField(
  settings: FieldName & { readonly initial: string; readonly longest: number },
): Field<string> {
  const { label, initial, longest } = settings
  return {
    ...named(settings),
    initial,
    parse: (text) =>
      text.length > longest
        ? { problem: `${label} is longer than ${longest} characters.` }
        : { value: text },
    format: (value) => value,
  }
}

/**
 * A field that holds the id of a row of data: lower-case letters, digits, points and hyphens.
 *
 * @example idField({ label: 'GPU', initial: 'rtx-4090' }).parse('<b>')
 * //=> { problem: 'GPU "<b>" is not an id; ids are words such as rtx-4090.' }
 */
export function idField(settings: FieldName & { readonly initial: string }): Field<string> {
  const { label, initial } = settings
  return {
    ...named(settings),
    initial,
    parse: (text) =>
      /^[a-z0-9][a-z0-9._-]{0,79}$/.test(text) || text === initial
        ? { value: text }
        : {
            problem: `${label} ${showText(text)} is not an id; ids are words such as ${initial === '' ? 'bge-m3' : initial}.`,
          },
    format: (value) => value,
  }
}
