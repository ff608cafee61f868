import type { ModelSpec } from '../model/spec.ts'
import { extraParameters } from './extra-parameters.ts'
import { numberOf, textOf, textsOf } from './truth-input.ts'

/** PEFT trains a classifier's head whole, whatever is adapted besides. */
const heads = ['score', 'classifier']

/**
 * Parameters of the classification head that is trained beside an adapter: those that `extra_head`
 * states, or labels x hidden size for a head among `modules_to_save` or a task of classification
 * (with biases, and RoBERTa's dense layer, in encoders). Two labels unless `num_labels` says more.
 *
 * @example classifierHead(gemma2_2b, { modules_to_save: ['score'] }) //=> 4608
 */
export function classifierHead(
  { kind, family, hiddenSize }: ModelSpec,
  input: Readonly<Record<string, unknown>>,
): number {
  if (input['extra_head'] !== undefined) return extraParameters(input['extra_head'])
  const saved = textsOf(input, 'modules_to_save') ?? []
  const classifies = /seq.?cls|seq.*classif/i.test(textOf(input, 'task_type', 'task') ?? '')
  if (!classifies && !saved.some((name) => heads.includes(name))) return 0
  const labels = numberOf(input, 'num_labels', 'labels') ?? 2
  if (kind === 'decoder') return labels * hiddenSize
  const dense = family.includes('roberta') ? hiddenSize * hiddenSize + hiddenSize : 0
  return dense + labels * hiddenSize + labels
}
