import { choiceField } from '../state/choice-field.ts'
import type { Field } from '../state/field.ts'
import { listField } from '../state/list-field.ts'
import { LAB_STEPS } from './lab-step.ts'
import type { LabStep } from './lab-step.ts'

/**
 * A field that holds steps of a chain in their order, each at most once.
 *
 * @example stepsField('Chain', []).parse('top_k,top_k')
 * // { problem: 'Chain names top_k twice; each step stands in it once.' }
 */
export function stepsField(label: string, initial: readonly LabStep[]): Field<readonly LabStep[]> {
  const item = choiceField<LabStep>({ label: 'A step', initial: 'top_k', choices: LAB_STEPS })
  const field = listField({ label, initial, item, longest: LAB_STEPS.length })
  return {
    ...field,
    parse: (text) => {
      const parsed = field.parse(text)
      if ('problem' in parsed) return parsed
      const twice = parsed.value.find((step, index) => parsed.value.indexOf(step) !== index)
      return twice === undefined
        ? parsed
        : { problem: `${label} names ${twice} twice; each step stands in it once.` }
    },
  }
}
