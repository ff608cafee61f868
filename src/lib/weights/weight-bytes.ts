import type { ModelSpec } from '../model/spec.ts'
import type { WeightFormat } from './weight-formats.ts'
import type { WeightOptions } from './weight-options.ts'
import { weightShares } from './weight-shares.ts'

/**
 * Bytes of a model's weights in a format, as they lie on one device: the sum over all tensors.
 *
 * Plain: parameters x bits / 8; FP8 keeps a tied output apart, at 16 bits. GPTQ, AWQ, NF4: linear layers packed, the rest at 16 bits. GGUF:
 * each tensor with the type that llama.cpp's recipe gives it. `weightBytesDetailed` says more.
 *
 * Throws a RangeError for an unknown format.
 *
 * @example weightBytes(llama3, 'bf16') // 16060522496
 */
export function weightBytes(
  spec: ModelSpec,
  format: WeightFormat,
  options: WeightOptions = {},
): number {
  const shares = weightShares(spec, format, options)
  return Math.ceil(shares.reduce((sum, { bytes }) => sum + bytes, options.fileMetadataBytes ?? 0))
}
