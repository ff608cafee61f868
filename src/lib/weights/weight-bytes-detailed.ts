import type { ModelSpec } from '../model/spec.ts'
import { isGgufFileType } from './mix-recipes.ts'
import { weightFormats } from './weight-formats.ts'
import type { TensorFormat, WeightFormat } from './weight-formats.ts'
import type { WeightDetail, WeightOptions } from './weight-options.ts'
import { weightShares } from './weight-shares.ts'

/**
 * Bytes of a model's weights in a format, with the share of every storage type and the steps.
 *
 * Plain and quantised types: the sum over all tensors of elements x bits / 8. GGUF: the sum over
 * the file's tensors of their blocks' bytes, each tensor with the type that llama.cpp gives it.
 *
 * Sources: `llama-cpp-quant`, `gptq-2022`, `qlora-2023`. Bytes; with `tensorParallel` those of one
 * GPU. Throws a RangeError for an unknown format or a number of GPUs below 1.
 *
 * @example weightBytesDetailed(llama31, 'Q4_K_M').bitsPerWeight // 4.8944
 */
export function weightBytesDetailed(
  spec: ModelSpec,
  format: WeightFormat,
  options: WeightOptions = {},
): WeightDetail {
  const shares = weightShares(spec, format, options)
  const metadata = options.fileMetadataBytes ?? 0
  const weights = shares.reduce((sum, share) => sum + share.bytes, 0)
  const elements = shares.reduce((sum, share) => sum + share.elements, 0)
  return {
    bytes: Math.ceil(weights + metadata),
    bitsPerWeight: (8 * weights) / elements,
    byType: shares,
    trace: {
      kind: 'trace',
      title: `Weights in ${format}`,
      certainty: weightFormats.find(({ id }) => id === format)?.certainty ?? 'assumed',
      source: isGgufFileType(format) ? 'llama-cpp-quant' : sourceOf(format),
      steps: [
        ...shares.map(({ type, tensors, elements: count, bytes }) => ({
          label: `${type}: ${count.toLocaleString('en-US')} weights in ${tensors} tensors`,
          value: bytes,
          unit: 'B',
        })),
        ...(metadata > 0
          ? [{ label: 'Header and tokenizer of the file', value: metadata, unit: 'B' }]
          : []),
      ],
    },
  }
}

function sourceOf(format: TensorFormat): string {
  if (format.startsWith('nf4')) return 'qlora-2023'
  if (format.startsWith('gptq') || format === 'awq-int4') return 'gptq-2022'
  if (format === 'int8') return 'bitsandbytes-int8'
  return format === 'mxfp4' ? 'gguf-quant-sizes' : 'safetensors-format'
}
