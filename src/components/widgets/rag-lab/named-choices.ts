import type { ChoiceName } from '../../../lib/rag-lab/choice-names.ts'

/** Choices of a select from a list of values and their names. */
export const namedChoices = <Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, ChoiceName | string>>,
) => [
  {
    label: '',
    choices: values.map((value) => {
      const name: ChoiceName | string = names[value]
      return { value, label: typeof name === 'string' ? name : name.name }
    }),
  },
]
