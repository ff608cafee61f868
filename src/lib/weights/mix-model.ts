import type { ModelSpec } from '../model/spec.ts'
import type { MixModel, StoredTensor } from './stored-tensor.ts'

/** Families whose file lists its key heads layer by layer, with 0 for layers without attention. */
const headsByLayer: ReadonlySet<string> = new Set(['granitemoehybrid', 'jamba', 'bamba'])

/** Families that llama.cpp reads as its architecture 'llama'. */
const llamaFamilies: ReadonlySet<string> = new Set(['llama', 'mistral', 'mixtral'])

/**
 * The facts of a model that llama.cpp's quantiser asks for.
 *
 * Source: src/llama-quant.cpp and the models' loaders of llama.cpp (`llama-cpp-quant`).
 *
 * @example mixModel(llama3, stored).gqa // 4: 32 query heads over 8 key heads
 */
export function mixModel(
  spec: Pick<ModelSpec, 'family' | 'layers'>,
  tensors: readonly StoredTensor[],
): MixModel {
  const gqa = queriesPerKey(spec)
  const experts = spec.layers.find(({ mlp }) => mlp.kind === 'experts')?.mlp
  return {
    layers: spec.layers.length,
    gqa,
    experts: experts?.kind === 'experts' ? experts.experts : 0,
    falcon: spec.family === 'falcon',
    seventyB:
      spec.layers.length === 80 &&
      (spec.family === 'qwen2' || (llamaFamilies.has(spec.family) && gqa > 1)),
    tied: !tensors.some(({ category }) => category === 'output'),
  }
}

function queriesPerKey({ family, layers }: Pick<ModelSpec, 'family' | 'layers'>): number {
  const shown = headsByLayer.has(family)
    ? layers[0]
    : (layers.find(({ attention: { kind } }) => kind !== 'recurrent' && kind !== 'none') ??
      layers[0])
  const attention = shown?.attention
  if (attention?.kind === 'mla') return attention.heads
  if (attention?.kind !== 'full' && attention?.kind !== 'sliding') return 0
  return Math.floor(attention.heads / Math.max(1, attention.kvHeads))
}
