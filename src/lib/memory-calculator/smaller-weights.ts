import { inferenceMemory } from '../memory/inference-memory.ts'
import type { Engine, InferenceSetup } from '../memory/setup.ts'
import type { WeightFormat } from '../weights/weight-formats.ts'
import type { Ailing, Remedy } from './remedy.ts'
import { firstThatFits } from './remedy.ts'

/** Weight formats to suggest, best first; the last group is for want of anything better. */
const LADDERS: Readonly<
  Record<Engine, { readonly good: readonly WeightFormat[]; readonly last: readonly WeightFormat[] }>
> = {
  'llama.cpp': {
    good: ['F16', 'Q8_0', 'Q6_K', 'Q5_K_M', 'Q4_K_M', 'Q3_K_M'],
    last: ['IQ3_XXS', 'IQ2_M', 'IQ2_XXS'],
  },
  vllm: { good: ['bf16', 'fp8', 'awq-int4'], last: [] },
  transformers: { good: ['bf16', 'int8', 'nf4-dq'], last: [] },
}

/** Formats of the same size and another method, offered beside the one found. */
const TWINS: Partial<Record<WeightFormat, WeightFormat>> = { 'awq-int4': 'gptq-int4' }

/** The least format that is suggested without a warning. */
export const LEAST_GOOD_FORMAT = 'Q3_K_M'

/**
 * Smaller weights with which a setup fits, best first: one format, or two that differ in method
 * alone. Below Q3_K_M the answers of a model get worse, so such a format is marked as a last
 * resort. Empty when none fits.
 *
 * @example smallerWeights(ailing, setup)[0]?.label //=> 'use Q3_K_M weights'
 */
export function smallerWeights(
  { state, calculation }: Pick<Ailing, 'state' | 'calculation'>,
  setup: InferenceSetup,
): readonly Remedy[] {
  const { good, last } = LADDERS[state.engine]
  const memory = (weightFormat: WeightFormat) =>
    inferenceMemory(calculation.spec, { ...setup, weightFormat, knownWeightBytes: null })
  const found = firstThatFits(good, memory) ?? firstThatFits(last, memory)
  if (found === null || found === state.weightFormat) return []
  const twin = TWINS[found]
  return (twin === undefined ? [found] : [found, twin]).map((weightFormat) => ({
    label: `use ${weightFormat} weights${last.includes(found) ? `, a last resort: below ${LEAST_GOOD_FORMAT} the answers suffer` : ''}`,
    change: { weightFormat, fileBytes: null },
  }))
}
