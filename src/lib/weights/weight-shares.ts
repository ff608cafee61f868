import type { ModelSpec } from '../model/spec.ts'
import type { ModelTensor } from '../model/tensor.ts'
import { ggufLayout } from './gguf-layout.ts'
import { isGgufFileType } from './mix-recipes.ts'
import type { GgufFileType } from './mix-recipes.ts'
import { plainBytesFormula } from './plain-bytes.formula.ts'
import { tensorShare } from './shard.ts'
import { specTensors } from './spec-tensors.ts'
import { tally } from './tally.ts'
import { tensorFormatBits } from './tensor-format-bits.ts'
import { isWeightFormat } from './weight-formats.ts'
import type { TensorFormat, WeightFormat } from './weight-formats.ts'
import type { WeightOptions, WeightShare } from './weight-options.ts'

/**
 * Weights and bytes of a model in a format by storage type, largest first: what `weightBytes` adds
 * up and `weightBytesDetailed` explains.
 *
 * Bytes; throws a RangeError for an unknown format, a number of GPUs or a group size below 1.
 *
 * @example weightShares(llama3, 'bf16')[0]?.bytes // 16060522496
 */
export function weightShares(
  spec: ModelSpec,
  format: WeightFormat,
  options: WeightOptions = {},
): readonly WeightShare[] {
  check(format, options)
  return isGgufFileType(format)
    ? ggufShares(spec, format, options)
    : tensorShares(spec, format, options)
}

function check(format: string, { tensorParallel = 1, groupSize = 64 }: WeightOptions): void {
  if (!isWeightFormat(format)) {
    throw new RangeError(`No weight format is called '${format}'; try 'bf16', 'nf4' or 'Q4_K_M'.`)
  }
  if (!Number.isInteger(tensorParallel) || tensorParallel < 1) {
    throw new RangeError(`tensorParallel is ${tensorParallel}; it must be a whole number from 1.`)
  }
  if (!(groupSize >= 1)) throw new RangeError(`groupSize is ${groupSize}; it must be at least 1.`)
}

function tensorShares(
  spec: ModelSpec,
  format: TensorFormat,
  options: WeightOptions,
): readonly WeightShare[] {
  const sum = tally()
  const settings = {
    ...options,
    hasExperts: spec.layers.some(({ mlp }) => mlp.kind === 'experts'),
  }
  const apart = format === 'fp8' && options.sharedHead !== true ? tiedHead(spec) : []
  for (const tensor of [...specTensors(spec), ...apart]) {
    const { type, bits } = tensorFormatBits(tensor, format, settings)
    const size = tensor.shape.reduce((product, dim) => product * dim, tensor.count)
    const elements =
      size * tensorShare(tensor, spec.layers[tensor.layer], options.tensorParallel ?? 1)
    sum.add(
      type,
      tensor.count,
      elements,
      plainBytesFormula.evaluate({ parameters: elements, bits }),
    )
  }
  return sum.shares()
}

/** The output matrix of a tied model as a tensor of its own. */
function tiedHead({ tied, head, vocabSize, embeddings }: ModelSpec): readonly ModelTensor[] {
  if (!tied || !head.present) return []
  const shape = [vocabSize, embeddings.width]
  const single = { layer: -1, count: 1, active: 1, linear: false }
  return [{ ...single, name: 'lm_head', role: 'output', shape }]
}

function ggufShares(
  spec: ModelSpec,
  fileType: GgufFileType,
  options: WeightOptions,
): readonly WeightShare[] {
  const sum = tally()
  const gpus = options.tensorParallel ?? 1
  for (const { type, elements, bytes, quantisable } of ggufLayout(spec, fileType, options)) {
    const share = quantisable ? 1 / gpus : 1
    sum.add(type, 1, elements * share, bytes * share)
  }
  return sum.shares()
}
