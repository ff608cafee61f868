import { bitsPerWeightFormula } from '../gguf/bits-per-weight.formula.ts'
import { ggmlTypes } from '../gguf/ggml-types.ts'
import type { ModelTensor, TensorRole } from '../model/tensor.ts'
import { groupBitsFormula } from './group-bits.formula.ts'
import { nf4BitsFormula, nf4DoubleBitsFormula } from './nf4-bits.formula.ts'
import type { TensorFormat } from './weight-formats.ts'
import type { WeightOptions } from './weight-options.ts'

const expertRoles: ReadonlySet<TensorRole> = new Set(['expert-gate', 'expert-up', 'expert-down'])

/** Bits of one weight of a matrix in a format: what the packed weight and its scales take. */
export interface TensorBits {
  readonly type: string
  readonly bits: number
}

/**
 * How a format stores one tensor. The plain ones store all tensors alike; the quantised ones touch
 * the linear layers inside the blocks and keep embeddings, output, norms and biases at 16 bits.
 * MXFP4 touches the experts only, as gpt-oss is published (the linear layers of a dense model).
 *
 * Sources: `gptq-2022`, `qlora-2023`, `bitsandbytes-int8`, `gguf-quant-sizes`; bits.
 *
 * @example tensorFormatBits(qProj, 'gptq-int4', { groupSize: 128 }).bits // 4.15625
 */
export function tensorFormatBits(
  tensor: Pick<ModelTensor, 'role' | 'linear' | 'shape'>,
  format: TensorFormat,
  options: WeightOptions & { readonly hasExperts: boolean },
): TensorBits {
  if (format === 'fp32') return { type: 'fp32', bits: 32 }
  if (format === 'fp16' || format === 'bf16') return { type: format, bits: 16 }
  const touched =
    format === 'mxfp4' && options.hasExperts
      ? expertRoles.has(tensor.role)
      : tensor.linear || (options.quantizeHead === true && tensor.role === 'output')
  return touched
    ? { type: format, bits: packedBits(format, tensor.shape.at(-1) ?? 1, options.groupSize) }
    : { type: '16-bit', bits: 16 }
}

function packedBits(
  format: Exclude<TensorFormat, 'fp32' | 'fp16' | 'bf16'>,
  columns: number,
  groupSize: number | undefined,
): number {
  switch (format) {
    case 'fp8':
      return 8 + 32 / (128 * 128)
    case 'int8':
      return 8 + 32 / columns
    case 'gptq-int8':
      return groupBitsFormula.evaluate({ bits: 8, group: groupSize ?? 128 })
    case 'gptq-int4':
    case 'awq-int4':
      return groupBitsFormula.evaluate({ bits: 4, group: groupSize ?? 128 })
    case 'nf4':
      return nf4BitsFormula.evaluate({ block: groupSize ?? 64 })
    case 'nf4-dq':
      return nf4DoubleBitsFormula.evaluate({ block: groupSize ?? 64, scales: 256 })
    case 'mxfp4':
      return bitsPerWeightFormula.evaluate({
        blockBytes: ggmlTypes.MXFP4.blockBytes,
        blockElements: ggmlTypes.MXFP4.blockElements,
      })
  }
}
