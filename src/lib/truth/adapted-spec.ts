import type { LoraOptions } from '../lora/lora-options.ts'
import { lorasTarget } from '../lora/lora-targets.ts'
import type { AttentionSpec, MlpSpec, ModelSpec } from '../model/spec.ts'
import { specTensors } from '../weights/spec-tensors.ts'
import { isFused } from './is-fused.ts'

/**
 * The model with the modules that a row's targets name. Some trainers (LitGPT) adapt the slices of
 * a fused matrix under Llama's names: where nothing has any of the names, and q, k and v are one
 * matrix, the model is taken apart and named like that.
 *
 * @example adaptedSpec(pythia, { rank: 8, targets: ['q_proj'] }).names //=> undefined
 */
export function adaptedSpec(spec: ModelSpec, options: LoraOptions): ModelSpec {
  if (!isFused(spec)) return spec
  const isTarget = lorasTarget(options)
  if (specTensors(spec).some((tensor) => tensor.shape.length === 2 && isTarget(tensor))) return spec
  const { names: _, ...rest } = spec
  return {
    ...rest,
    layers: spec.layers.map((layer) => ({
      ...layer,
      attention: apart(layer.attention),
      mlp: ungrouped(layer.mlp),
    })),
  }
}

function apart(attention: AttentionSpec): AttentionSpec {
  return 'fusedQkv' in attention ? { ...attention, fusedQkv: false } : attention
}

function ungrouped(mlp: MlpSpec): MlpSpec {
  return mlp.kind === 'dense' ? { ...mlp, fusedGateUp: false } : mlp
}
