/** A storage type of GGML: how many elements share a block, and how many bytes a block takes. */
export interface GgmlType {
  readonly name: string
  /** Number in the file format. */
  readonly id: number
  readonly blockElements: number
  readonly blockBytes: number
}

const type = <Name extends string>(
  name: Name,
  id: number,
  blockElements: number,
  blockBytes: number,
) => ({ name, id, blockElements, blockBytes })

/**
 * Every storage type a GGUF file can hold, by name; a file's recipe ('Q4_K_M') mixes several.
 *
 * Source: ggml-common.h and gguf-py's constants of llama.cpp (`gguf-quant-sizes`). `blockBytes` in
 * bytes, `blockElements` in weights.
 *
 * @example ggmlTypes.Q4_K.blockBytes // 144 for 256 weights: 4.5 bits each
 */
export const ggmlTypes = {
  F32: type('F32', 0, 1, 4),
  F16: type('F16', 1, 1, 2),
  Q4_0: type('Q4_0', 2, 32, 18),
  Q4_1: type('Q4_1', 3, 32, 20),
  Q5_0: type('Q5_0', 6, 32, 22),
  Q5_1: type('Q5_1', 7, 32, 24),
  Q8_0: type('Q8_0', 8, 32, 34),
  Q8_1: type('Q8_1', 9, 32, 40),
  Q2_K: type('Q2_K', 10, 256, 84),
  Q3_K: type('Q3_K', 11, 256, 110),
  Q4_K: type('Q4_K', 12, 256, 144),
  Q5_K: type('Q5_K', 13, 256, 176),
  Q6_K: type('Q6_K', 14, 256, 210),
  Q8_K: type('Q8_K', 15, 256, 292),
  IQ2_XXS: type('IQ2_XXS', 16, 256, 66),
  IQ2_XS: type('IQ2_XS', 17, 256, 74),
  IQ3_XXS: type('IQ3_XXS', 18, 256, 98),
  IQ1_S: type('IQ1_S', 19, 256, 50),
  IQ4_NL: type('IQ4_NL', 20, 32, 18),
  IQ3_S: type('IQ3_S', 21, 256, 110),
  IQ2_S: type('IQ2_S', 22, 256, 82),
  IQ4_XS: type('IQ4_XS', 23, 256, 136),
  I8: type('I8', 24, 1, 1),
  I16: type('I16', 25, 1, 2),
  I32: type('I32', 26, 1, 4),
  I64: type('I64', 27, 1, 8),
  F64: type('F64', 28, 1, 8),
  IQ1_M: type('IQ1_M', 29, 256, 56),
  BF16: type('BF16', 30, 1, 2),
  TQ1_0: type('TQ1_0', 34, 256, 54),
  TQ2_0: type('TQ2_0', 35, 256, 66),
  MXFP4: type('MXFP4', 39, 32, 17),
  NVFP4: type('NVFP4', 40, 64, 36),
  Q1_0: type('Q1_0', 41, 128, 18),
  Q2_0: type('Q2_0', 42, 64, 18),
} as const satisfies Readonly<Record<string, GgmlType>>

/** Name of a storage type, such as 'Q4_K'. */
export type GgmlTypeName = keyof typeof ggmlTypes

const byId = new Map(Object.values(ggmlTypes).map((type) => [type.id, type]))

/**
 * The storage type with a number of the file format, or null for an unknown number.
 *
 * @example ggmlTypeById(14)?.name // 'Q6_K'
 */
export function ggmlTypeById(id: number): (typeof ggmlTypes)[GgmlTypeName] | null {
  return byId.get(id) ?? null
}
