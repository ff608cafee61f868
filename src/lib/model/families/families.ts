import { DEEPSEEK_FAMILIES } from './deepseek.ts'
import type { Family } from './family.ts'
import { GEMMA_FAMILIES } from './gemma.ts'
import { GPT_OSS_FAMILIES } from './gpt-oss.ts'
import { LLAMA_FAMILIES } from './llama.ts'
import { QWEN_MOE_FAMILIES } from './qwen-moe.ts'
import { QWEN_FAMILIES } from './qwen.ts'

/** All families that the library knows; one row answers to one or more values of `model_type`. */
export const FAMILIES: readonly Family[] = [
  ...LLAMA_FAMILIES,
  ...QWEN_FAMILIES,
  ...QWEN_MOE_FAMILIES,
  ...GEMMA_FAMILIES,
  ...DEEPSEEK_FAMILIES,
  ...GPT_OSS_FAMILIES,
]

const BY_TYPE = new Map(FAMILIES.flatMap((family) => family.types.map((type) => [type, family])))

/**
 * Family that answers to a `model_type`, or null.
 *
 * @example familyOf('gemma3_text')?.name //=> 'gemma3'
 */
export function familyOf(modelType: string): Family | null {
  return BY_TYPE.get(modelType) ?? null
}
