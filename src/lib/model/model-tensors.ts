import { attentionTensors } from './attention-tensors.ts'
import { mlpTensors } from './mlp-tensors.ts'
import { LLAMA_NAMES } from './module-names.ts'
import { embeddingTensors, headTensors } from './outer-tensors.ts'
import type { ModelSpec, ModuleNames } from './spec.ts'
import type { ModelTensor } from './tensor.ts'
import { normTensors } from './tensor-parts.ts'

/**
 * Every weight tensor of a model, embeddings first, then layer by layer, then the output. Tied
 * weights stand once, as the embedding. Equal experts of a layer are one entry with a count. All
 * counts, file sizes and adapters are sums over this list.
 *
 * Source: the modelling classes of transformers (key transformers-code). Units: elements.
 *
 * @example modelTensors(parseModelConfig({ model_type: 'gpt2' }))[0]?.shape //=> [50257, 768]
 */
export function modelTensors(spec: ModelSpec): readonly ModelTensor[] {
  const names: ModuleNames = { ...LLAMA_NAMES, ...spec.names }
  const layers = spec.layers.flatMap((layer, index) => {
    const place = {
      layer: index,
      prefix: `${names.layers}.${index}.`,
      names,
      hiddenSize: spec.hiddenSize,
    }
    return [
      ...attentionTensors(layer.attention, place),
      ...mlpTensors(layer.mlp, place),
      ...layer.norms.flatMap(({ name, kind, size }) =>
        normTensors({ name: place.prefix + name, kind, size, layer: index }),
      ),
    ]
  })
  return [...embeddingTensors(spec, names), ...layers, ...headTensors(spec, names)]
}
