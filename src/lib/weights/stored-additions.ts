import type { ModelSpec } from '../model/spec.ts'
import type { ModelTensor } from '../model/tensor.ts'
import { fixed, quantisable } from './stored-parts.ts'
import type { StoredTensor } from './stored-tensor.ts'

/** Checkpoints that hold the output matrix beside an equal embedding: so do their files. */
const repeatedHead: ReadonlySet<string> = new Set(['falcon'])

/**
 * What a GGUF file holds beyond the parameters: a repeated head, the biases that steer the choice
 * of experts, rotary factors.
 *
 * Source: llama.cpp's conversion scripts (`llama-cpp-convert`).
 *
 * @example storedAdditions(llama31, tensors)[0]?.dims // [64]: the rotary factors
 */
export function storedAdditions(
  spec: Pick<ModelSpec, 'family' | 'layers' | 'vocabSize' | 'maxPositions'>,
  tensors: readonly ModelTensor[],
): readonly StoredTensor[] {
  return [
    ...(repeatedHead.has(spec.family) ? secondHead(tensors) : []),
    ...selectionBiases(spec),
    ...rotaryFactors(spec),
  ]
}

function secondHead(tensors: readonly ModelTensor[]): readonly StoredTensor[] {
  if (tensors.some(({ role }) => role === 'output')) return []
  const embedding = tensors.find(({ role }) => role === 'token-embedding')
  return embedding === undefined
    ? []
    : [quantisable('output.weight', -1, embedding.shape.toReversed(), 'output')]
}

/** Buffers in transformers, tensors in the file (DeepSeek-V3, GLM-4.5). */
function selectionBiases({ layers }: Pick<ModelSpec, 'layers'>): readonly StoredTensor[] {
  return layers.flatMap(({ mlp }, layer) =>
    mlp.kind === 'experts' && mlp.routerBuffer > 0
      ? [fixed(`blk.${layer}.exp_probs_b.bias`, layer, [mlp.routerBuffer])]
      : [],
  )
}

/** Llama 3.1's vector of rotary scaling, and the two of the long Phi-3 models. */
function rotaryFactors(
  spec: Pick<ModelSpec, 'family' | 'layers' | 'vocabSize' | 'maxPositions'>,
): readonly StoredTensor[] {
  if ((spec.maxPositions ?? 0) < 131072) return []
  const attention = spec.layers.find(({ attention: { kind } }) => kind === 'full')?.attention
  if (attention?.kind !== 'full') return []
  const dims = [Math.floor(attention.headDim / 2)]
  if (spec.family === 'phi3') {
    return ['long', 'short'].map((part) => fixed(`rope_factors_${part}.weight`, -1, dims))
  }
  const llama3 = spec.family === 'llama' && spec.vocabSize === 128256
  return llama3 ? [fixed('rope_freqs.weight', -1, dims)] : []
}
