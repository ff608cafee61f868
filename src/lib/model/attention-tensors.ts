import type { AttentionSpec, FullAttention, RecurrentMixer, SlidingAttention } from './spec.ts'
import { mlaTensors } from './mla-tensors.ts'
import type { LayerPlace as Place } from './tensor-parts.ts'
import type { ModelTensor } from './tensor.ts'
import { linear, normTensors, single } from './tensor-parts.ts'

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
