import type { Field, FieldName } from './field.ts'
import { named } from './field-name.ts'

/**
 * A field that holds a list of values of another field, commas between them. One bad item refuses
 * the whole list, so that a table never silently loses a row.
 *
 * @example listField({ label: 'Rows', initial: [1], item: rowField, longest: 3 }).parse('512,1024')
 * //=> { value: [512, 1024] }
 */
export function listField<Value>(
  settings: FieldName & {
    readonly initial: readonly Value[]
    readonly item: Field<Value>
    readonly longest: number
  },
): Field<readonly Value[]> {
  const { label, initial, item, longest } = settings
  return {
    ...named(settings),
    initial,
    parse: (text) => {
      const words = text.split(',').filter((word) => word.trim() !== '')
      if (words.length > longest) {
        return { problem: `${label} holds ${words.length} values; ${longest} is the most.` }
      }
      const values: Value[] = []
      for (const word of words) {
        const parsed = item.parse(word)
        if ('problem' in parsed) return parsed
        values.push(parsed.value)
      }
      return { value: values }
    },
    format: (values) => values.map((value) => item.format(value)).join(','),
  }
}
