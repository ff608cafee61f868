import type {
  AttentionSpec,
  FullAttention,
  MlaAttention,
  ModuleNames,
  RecurrentMixer,
  SlidingAttention,
} from './spec.ts'
import type { ModelTensor } from './tensor.ts'
import { linear, normTensors, single } from './tensor-parts.ts'

interface Place {
  readonly layer: number
  /** Path of the layer with its dot: 'model.layers.3.'. */
  readonly prefix: string
  readonly names: ModuleNames
  readonly hiddenSize: number
}

/** Weights of the attention part, or of the recurrent mixer, of one layer. */
export function attentionTensors(attention: AttentionSpec, place: Place): readonly ModelTensor[] {
  switch (attention.kind) {
    case 'full':
    case 'sliding':
      return headTensors(attention, place)
    case 'mla':
      return mlaTensors(attention, place)
    case 'recurrent':
      return mixerTensors(attention, place)
    case 'none':
      return []
  }
}

/** q: h -> heads x d, k and v: h -> kvHeads x d, o: heads x d_v -> h. */
function headTensors(
  attention: FullAttention | SlidingAttention,
  place: Place,
): readonly ModelTensor[] {
  const { layer, prefix, names, hiddenSize } = place
  const { heads, kvHeads, headDim, valueHeadDim, qkvBias: bias } = attention
  const q = heads * headDim
  const k = kvHeads * headDim
  const v = kvHeads * valueHeadDim
  const queryOut = attention.outputGate ? 2 * q : q
  const at = { layer, in: hiddenSize, bias } as const
  const inputs = attention.fusedQkv
    ? linear({ ...at, name: prefix + names.qkv, role: 'attn-qkv', out: queryOut + k + v })
    : [
        ...linear({ ...at, name: prefix + names.q, role: 'attn-q', out: queryOut }),
        ...linear({ ...at, name: prefix + names.k, role: 'attn-k', out: k }),
        ...linear({ ...at, name: prefix + names.v, role: 'attn-v', out: v }),
      ]
  return [
    ...inputs,
    ...linear({
      name: prefix + names.out,
      role: 'attn-out',
      layer,
      out: hiddenSize,
      in: heads * valueHeadDim,
      bias: attention.outBias,
    }),
    ...qkNormTensors(attention, place, { q, k }),
    ...(attention.sinks
      ? [single({ name: prefix + names.sinks, role: 'attn-sinks', layer, shape: [heads] })]
      : []),
  ]
}

function qkNormTensors(
  attention: FullAttention | SlidingAttention,
  place: Place,
  full: { readonly q: number; readonly k: number },
): readonly ModelTensor[] {
  const { qkNorm, qkNormKind: kind, headDim } = attention
  if (qkNorm === 'none') return []
  const { layer, prefix, names } = place
  const size = qkNorm === 'full' ? full : { q: headDim, k: headDim }
  return [
    ...normTensors({ name: prefix + names.qNorm, kind, layer, size: size.q }),
    ...normTensors({ name: prefix + names.kNorm, kind, layer, size: size.k }),
  ]
}

/** Queries and keys go through narrow matrices with a norm between. */
function mlaTensors(mla: MlaAttention, place: Place): readonly ModelTensor[] {
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

function mixerTensors(mixer: RecurrentMixer, place: Place): readonly ModelTensor[] {
  const { layer, prefix, names } = place
  return mixer.weights.map(({ name, shape, linear: isLinear, adaptable }) =>
    single({
      name: `${prefix}${names.mixer}.${name}`,
      role: 'recurrent',
      layer,
      shape,
      linear: isLinear,
      ...(adaptable === undefined ? {} : { adaptable }),
    }),
  )
}
