import type { ModelSpec } from '../model/spec.ts'
import { inferenceMemory } from './inference-memory.ts'
import type { Engine, InferenceMemory, InferenceSetup } from './setup.ts'

/** Weight formats to try, best first, for each engine. */
export const QUANTIZATION_LADDER: Readonly<Record<Engine, readonly string[]>> = {
  'llama.cpp': ['F16', 'Q8_0', 'Q6_K', 'Q5_K_M', 'Q4_K_M', 'Q3_K_M', 'Q2_K'],
  vllm: ['bf16', 'fp8', 'gptq-int4'],
  transformers: ['bf16', 'int8', 'nf4-dq'],
}

export interface BestQuantization {
  readonly format: string
  readonly memory: InferenceMemory
}

/**
 * First weight format of a list, best first, with which the setup fits; null when none does.
 *
 * `first format with total(format) <= device x utilisation`. The setup's own weight format and known
 * file size play no part.
 *
 * @throws RangeError as `inferenceMemory`.
 * @example bestQuantization(r1_14b, setup12GiB)?.format // 'Q4_K_M'
 */
export function bestQuantization(
  spec: ModelSpec,
  setup: Omit<InferenceSetup, 'weightFormat'> & { readonly weightFormat?: string },
  candidates: readonly string[] = QUANTIZATION_LADDER[setup.engine],
): BestQuantization | null {
  for (const format of candidates) {
    const memory = inferenceMemory(spec, { ...setup, weightFormat: format, knownWeightBytes: null })
    if (memory.spare >= 0) return { format, memory }
  }
  return null
}
