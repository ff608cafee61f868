import type { ModelSpec } from '../model/spec.ts'
import type { ModelTensor } from '../model/tensor.ts'
import { ggufLayout } from '../weights/gguf-layout.ts'
import { isGgufFileType } from '../weights/mix-recipes.ts'
import { specTensors } from '../weights/spec-tensors.ts'
import { tensorFormatBits } from '../weights/tensor-format-bits.ts'
import type { TensorFormat, WeightFormat } from '../weights/weight-formats.ts'
import { expertsTouchedFormula } from './experts-touched.formula.ts'
import type { SpeedSetup } from './speed-setup.ts'

type ReadOptions = Pick<SpeedSetup, 'sequences' | 'weightOptions'>

/**
 * Bytes of weights that one decode step reads: all of them, but of the tables at the input only the
 * looked-up rows (left out), and of the experts those that the batch's tokens choose. A tied table
 * is read whole, as the output.
 *
 * Formula: sum over tensors of bytes x share touched. Units: bytes.
 *
 * @example weightBytesRead(llama3_8b, 'bf16', { sequences: 1 }) //=> 15009849344
 */
export function weightBytesRead(
  spec: ModelSpec,
  format: WeightFormat,
  options: ReadOptions,
): number {
  return isGgufFileType(format)
    ? ggufLayout(spec, format, options.weightOptions).reduce((sum, { name, layer, bytes }) => {
        if (/^(position_embd|token_types)\b/.test(name)) return sum
        if (/^token_embd\b/.test(name) && !spec.tied) return sum
        const share = name.includes('_exps.') ? expertShare(spec, layer, options.sequences) : 1
        return sum + bytes * share
      }, 0)
    : tensorsRead(spec, format, options)
}

function tensorsRead(spec: ModelSpec, format: TensorFormat, options: ReadOptions): number {
  const hasExperts = spec.layers.some(({ mlp }) => mlp.kind === 'experts')
  const settings = { ...options.weightOptions, hasExperts }
  return specTensors(spec).reduce((sum, tensor) => {
    if (isLookedUp(tensor, spec.tied)) return sum
    const { bits } = tensorFormatBits(tensor, format, settings)
    const elements = tensor.shape.reduce((product, size) => product * size, tensor.count)
    const routed = tensor.routed === true
    const share = routed ? expertShare(spec, tensor.layer, options.sequences) : 1
    return sum + ((elements * bits) / 8) * share
  }, 0)
}

function isLookedUp({ role }: ModelTensor, tied: boolean): boolean {
  if (role === 'token-embedding') return !tied
  return role === 'position-embedding' || role === 'type-embedding'
}

function expertShare(spec: ModelSpec, layer: number, sequences: number): number {
  const mlp = spec.layers[layer]?.mlp
  if (mlp?.kind !== 'experts') return 1
  const { experts, expertsPerToken } = mlp
  const values = { experts, active: Math.min(expertsPerToken, experts), sequences }
  return expertsTouchedFormula.evaluate(values) / experts
}
