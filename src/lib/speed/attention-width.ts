import type { AttentionSpec, ModelSpec } from '../model/spec.ts'

/**
 * Heads x head size, summed over the layers: what the pairs of a prompt's tokens are multiplied
 * by. Where keys and values differ in size, their mean counts. A sliding layer counts by the share
 * of the causal pairs that its window keeps: (T x w - w^2 / 2) / (T^2 / 2).
 *
 * @example attentionWidth(llama3_8b, 1000) //=> 131072
 */
export function attentionWidth(spec: Pick<ModelSpec, 'layers'>, tokens: number): number {
  return spec.layers.reduce((sum, { attention }) => sum + layerWidth(attention, tokens), 0)
}

function layerWidth(attention: AttentionSpec, tokens: number): number {
  switch (attention.kind) {
    case 'full':
      return (attention.heads * (attention.headDim + attention.valueHeadDim)) / 2
    case 'sliding': {
      const seen = Math.min(attention.window, tokens)
      const share = (2 * tokens * seen - seen ** 2) / tokens ** 2
      return (attention.heads * (attention.headDim + attention.valueHeadDim) * share) / 2
    }
    case 'mla': {
      const keyDim = attention.nopeHeadDim + attention.ropeHeadDim
      return (attention.heads * (keyDim + attention.valueHeadDim)) / 2
    }
    case 'recurrent':
    case 'none':
      return 0
  }
}
