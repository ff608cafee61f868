import type { Certainty } from '../formula/formula.ts'
import type { Engine } from '../memory/setup.ts'
import { isGgufFileType, mixRecipes } from './mix-recipes.ts'
import type { GgufFileType } from './mix-recipes.ts'

/** A format of weights that is not a GGUF file type. */
export type TensorFormat =
  | 'fp32'
  | 'fp16'
  | 'bf16'
  | 'fp8'
  | 'int8'
  | 'gptq-int8'
  | 'gptq-int4'
  | 'awq-int4'
  | 'nf4'
  | 'nf4-dq'
  | 'mxfp4'

export type WeightFormat = TensorFormat | GgufFileType

export interface WeightFormatRow {
  readonly id: WeightFormat
  /** Name for people. */
  readonly name: string
  /** Engines that load it. */
  readonly engines: readonly Engine[]
  readonly family: 'plain' | 'group' | 'nf4' | 'gguf'
  readonly certainty: Certainty
}

const both = ['transformers', 'vllm'] as const

const tensorFormats: readonly WeightFormatRow[] = [
  { id: 'fp32', name: 'FP32', engines: both, family: 'plain', certainty: 'exact' },
  { id: 'fp16', name: 'FP16', engines: both, family: 'plain', certainty: 'exact' },
  { id: 'bf16', name: 'BF16', engines: both, family: 'plain', certainty: 'exact' },
  { id: 'fp8', name: 'FP8', engines: both, family: 'plain', certainty: 'assumed' },
  { id: 'int8', name: 'INT8 (LLM.int8)', engines: both, family: 'plain', certainty: 'exact' },
  { id: 'gptq-int8', name: 'GPTQ 8-bit', engines: both, family: 'group', certainty: 'exact' },
  { id: 'gptq-int4', name: 'GPTQ 4-bit', engines: both, family: 'group', certainty: 'exact' },
  { id: 'awq-int4', name: 'AWQ 4-bit', engines: both, family: 'group', certainty: 'exact' },
  { id: 'nf4', name: 'NF4', engines: both, family: 'nf4', certainty: 'exact' },
  {
    id: 'nf4-dq',
    name: 'NF4, double quantised (QLoRA)',
    engines: both,
    family: 'nf4',
    certainty: 'exact',
  },
  { id: 'mxfp4', name: 'MXFP4 (gpt-oss)', engines: both, family: 'group', certainty: 'exact' },
]

/**
 * Every format that `weightBytes` knows, plain types first, then GGUF from large to small, those
 * with wide ends last.
 *
 * Certainty: 'exact' where the format fixes which tensors are quantised; 'assumed' for FP8, whose
 * checkpoints differ in what they leave at 16 bits.
 *
 * @example weightFormats.find(({ id }) => id === 'Q4_K_M')?.family // 'gguf'
 */
export const weightFormats: readonly WeightFormatRow[] = [
  ...tensorFormats,
  ...Object.keys(mixRecipes)
    .filter(isGgufFileType)
    .map((id): WeightFormatRow => ({
      id,
      name: id === 'MXFP4_MOE' ? 'MXFP4 experts (GGUF)' : `${id} (GGUF)`,
      engines: ['llama.cpp'],
      family: 'gguf',
      certainty: 'exact',
    })),
]

const ids: ReadonlySet<string> = new Set(weightFormats.map(({ id }) => id))

/**
 * Tells whether a name is a format of weights.
 *
 * @example isWeightFormat('nf4-dq') // true
 */
export function isWeightFormat(name: string): name is WeightFormat {
  return ids.has(name)
}
