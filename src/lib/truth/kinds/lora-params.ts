import { adapterParameters } from '../adapter.ts'
import { answer } from '../not-computed.ts'
import { completeSpec } from '../complete-spec.ts'
import type { TruthAnswer, TruthQuestion } from '../truth-row.ts'
import { parametersInUnit } from '../unit-of.ts'

/** Trainable parameters of an adapter: `r`, `target_modules`, `use_dora`, `variant`, `extra_head`. */
export function loraParamsAnswer(row: TruthQuestion): TruthAnswer {
  const parameters = adapterParameters(completeSpec(row.config, ['vocab_size']), row.input)
  return answer(parametersInUnit(parameters, row.expected.unit), row.expected.unit)
}
