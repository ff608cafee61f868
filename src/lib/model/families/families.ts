import { LLAMA4_FAMILIES } from './llama4.ts'
import { MIXTRAL_FAMILIES } from './mixtral.ts'
import { OLMO_FAMILIES } from './olmo.ts'
import { PHI_FAMILIES } from './phi.ts'
import { GPT_FAMILIES } from './gpt.ts'
import { OPT_FAMILIES } from './opt.ts'
import { GLM_FAMILIES } from './glm.ts'
import { CHATGLM_FAMILIES } from './chatglm.ts'
import { BAICHUAN_INTERNLM_FAMILIES } from './baichuan-internlm.ts'
import { FALCON_FAMILIES } from './falcon.ts'
import { STABLELM_COHERE_FAMILIES } from './stablelm-cohere.ts'
import { MAMBA_FAMILIES } from './mamba.ts'
import { GRANITE_HYBRID_FAMILIES } from './granite-hybrid.ts'
import { JAMBA_FAMILIES } from './jamba.ts'
import { QWEN_NEXT_FAMILIES } from './qwen-next.ts'
import { BERT_FAMILIES } from './bert.ts'
import { MODERN_ENCODER_FAMILIES } from './modern-encoders.ts'
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
  ...LLAMA4_FAMILIES,
  ...MIXTRAL_FAMILIES,
  ...OLMO_FAMILIES,
  ...PHI_FAMILIES,
  ...GPT_FAMILIES,
  ...OPT_FAMILIES,
  ...GLM_FAMILIES,
  ...CHATGLM_FAMILIES,
  ...BAICHUAN_INTERNLM_FAMILIES,
  ...FALCON_FAMILIES,
  ...STABLELM_COHERE_FAMILIES,
  ...MAMBA_FAMILIES,
  ...JAMBA_FAMILIES,
  ...GRANITE_HYBRID_FAMILIES,
  ...QWEN_NEXT_FAMILIES,
  ...BERT_FAMILIES,
  ...MODERN_ENCODER_FAMILIES,
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
