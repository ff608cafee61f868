import type { MlaAttention } from './spec.ts'
import { linear, normTensors } from './tensor-parts.ts'
import type { LayerPlace as Place } from './tensor-parts.ts'
import type { ModelTensor } from './tensor.ts'

/** Queries and keys go through narrow matrices with a norm between. */
export function mlaTensors(mla: MlaAttention, place: Place): readonly ModelTensor[] {
  const { layer, prefix, hiddenSize } = place
  const { heads, qLoraRank, kvLoraRank, nopeHeadDim, ropeHeadDim, valueHeadDim, bias } = mla
  const queries = heads * (nopeHeadDim + ropeHeadDim)
  const path = `${prefix}self_attn.`
  const rms = (name: string, size: number) =>
    normTensors({ name: path + name, kind: 'rms', layer, size })
  const q =
    qLoraRank === null
      ? linear({ name: `${path}q_proj`, role: 'attn-q', layer, out: queries, in: hiddenSize })
      : [
          ...linear({
            name: `${path}q_a_proj`,
            role: 'attn-q-a',
            layer,
            out: qLoraRank,
            in: hiddenSize,
            bias,
          }),
          ...rms('q_a_layernorm', qLoraRank),
          ...linear({
            name: `${path}q_b_proj`,
            role: 'attn-q-b',
            layer,
            out: queries,
            in: qLoraRank,
          }),
        ]
  return [
    ...q,
    ...linear({
      name: `${path}kv_a_proj_with_mqa`,
      role: 'attn-kv-a',
      layer,
      out: kvLoraRank + ropeHeadDim,
      in: hiddenSize,
      bias,
    }),
    ...rms('kv_a_layernorm', kvLoraRank),
    ...linear({
      name: `${path}kv_b_proj`,
      role: 'attn-kv-b',
      layer,
      out: heads * (nopeHeadDim + valueHeadDim),
      in: kvLoraRank,
    }),
    ...linear({
      name: `${path}o_proj`,
      role: 'attn-out',
      layer,
      out: hiddenSize,
      in: heads * valueHeadDim,
      bias,
    }),
    ...indexerTensors(mla, place),
  ]
}

function indexerTensors(mla: MlaAttention, place: Place): readonly ModelTensor[] {
  if (mla.indexer === undefined) return []
  const { heads, headDim } = mla.indexer
  const { layer, hiddenSize } = place
  const path = `${place.prefix}self_attn.indexer.`
  const queryIn = mla.qLoraRank ?? hiddenSize
  return [
    ...linear({
      name: `${path}wq_b`,
      role: 'attn-q-b',
      layer,
      out: heads * headDim,
      in: queryIn,
    }),
    ...linear({ name: `${path}wk`, role: 'attn-kv-a', layer, out: headDim, in: hiddenSize }),
    ...normTensors({ name: `${path}k_norm`, kind: 'layer', layer, size: headDim }),
    ...linear({ name: `${path}weights_proj`, role: 'attn-q-a', layer, out: heads, in: hiddenSize }),
  ]
}
