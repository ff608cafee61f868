import { countParameters } from '../../model/count-parameters.ts'
import { answer } from '../not-computed.ts'
import { completeSpec } from '../complete-spec.ts'
import { extraParameters } from '../extra-parameters.ts'
import { textOf } from '../truth-input.ts'
import type { TruthAnswer, TruthQuestion } from '../truth-row.ts'
import { parametersInUnit } from '../unit-of.ts'

/**
 * Parameters of a model, tied weights once. `active` asks for those that work on one token; the
 * input table counts among them unless `includes` names other parts and not it. `extra_head` names
 * a head that the source counted besides, as a sum of products or a number.
 */
export function paramsAnswer(row: TruthQuestion): TruthAnswer {
  const { input, config, expected } = row
  const counts = countParameters(completeSpec(config))
  const extra = extraParameters(input['extra_head'])
  const total = input['active'] === true ? activeOf(input, counts) : counts.total
  return answer(parametersInUnit(total + extra, expected.unit), expected.unit)
}

function activeOf(
  input: Readonly<Record<string, unknown>>,
  counts: { readonly active: number; readonly embedding: number; readonly outputHead: number },
): number {
  const includes = textOf(input, 'includes')
  if (includes === undefined) return counts.active
  // An "unembedding" is the output matrix.
  const named = /(?<!un-?)embed/i.test(includes)
  const refused = /\b(no|not|without|exclud\w*)\b[^,;+]*(?<!un-?)embed/i.test(includes)
  const tied = counts.outputHead === 0
  return named && !refused ? counts.active : counts.active - (tied ? 0 : counts.embedding)
}
