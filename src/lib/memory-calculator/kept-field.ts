import type { Field } from '../state/field.ts'
import { showText } from '../state/show-text.ts'
import { textField } from '../state/text-field.ts'

const text = textField({ label: 'Kept setups', initial: '', longest: 20_000 })

/**
 * The field of the setups kept for comparison: lines of pairs. What each of them says is read when
 * they are compared; a line that is no pairs is refused.
 *
 * @example keptField.parse('junk') //=> { problem: 'Kept setups: "junk" is no setup.' }
 */
export const keptField: Field<string> = {
  ...text,
  parse: (lines) => {
    const odd = lines.split('\n').find((line) => line !== '' && !/^[\w.-]+=/.test(line))
    return odd === undefined
      ? text.parse(lines)
      : { problem: `Kept setups: ${showText(odd)} is no setup.` }
  },
}
