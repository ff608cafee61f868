import { ggmlTypes } from '../gguf/ggml-types.ts'
import type { GgmlTypeName } from '../gguf/ggml-types.ts'

const fallbacks: Readonly<Partial<Record<GgmlTypeName, GgmlTypeName>>> = {
  IQ1_S: 'IQ4_NL',
  IQ1_M: 'IQ4_NL',
  IQ2_XXS: 'IQ4_NL',
  IQ2_XS: 'IQ4_NL',
  IQ2_S: 'IQ4_NL',
  IQ3_XXS: 'IQ4_NL',
  IQ3_S: 'IQ4_NL',
  IQ4_XS: 'IQ4_NL',
  Q2_K: 'Q4_0',
  Q3_K: 'Q4_0',
  TQ1_0: 'Q4_0',
  TQ2_0: 'Q4_0',
  Q4_K: 'Q5_0',
  Q5_K: 'Q5_1',
  Q6_K: 'Q8_0',
}

/**
 * The type that llama.cpp stores when a row does not divide into blocks of the wanted type: one
 * with blocks of 32, and F16 when even 32 does not divide it.
 *
 * Source: `llama-cpp-quant`.
 *
 * @example fallbackType('Q4_K', 896) // 'Q5_0': 896 is not a multiple of 256
 */
export function fallbackType(wanted: GgmlTypeName, columns: number): GgmlTypeName {
  if (columns % ggmlTypes[wanted].blockElements === 0) return wanted
  const smaller = fallbacks[wanted]
  return smaller !== undefined && columns % ggmlTypes[smaller].blockElements === 0 ? smaller : 'F16'
}
