import type { ConfigReader } from '../config-reader.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds } from './layer-kinds.ts'
import { attention, dense, experts, norms } from './parts.ts'
import { readExperts } from './read-experts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const LLAMA4: ShapeDefaults = {
  vocab: 202048,
  hidden: 5120,
  layers: 48,
  heads: 40,
  kvHeads: 8,
  headDim: 128,
  positions: 131072,
  tied: false,
}

/** Llama-4's language model. */
export const LLAMA4_FAMILIES: readonly Family[] = [
  { name: 'llama4', types: ['llama4', 'llama4_text'], read: readLlama4 },
]

/**
 * Every `interleave_moe_layer_step`-th layer is a mixture with one shared expert of the same width;
 * layers with rotary positions attend inside chunks of `attention_chunk_size` tokens.
 */
function readLlama4(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, LLAMA4)
  const bias = reader.flag('attention_bias', false)
  const chunk = reader.optionalInteger('attention_chunk_size', { fallback: 8192, max: 1e10 })
  const interval = reader.integer('no_rope_layer_interval', { fallback: 4 })
  const stated = reader.integers('no_rope_layers') ?? []
  const hasRope = (index: number) =>
    stated.length > 0 ? stated[index] !== 0 : (index + 1) % interval !== 0
  const kinds = layerKinds(reader, shape.layers, (index) =>
    chunk !== null && hasRope(index) ? 'sliding' : 'full',
  )
  const mlp = readMlp(reader)
  return decoder(reader, {
    shape,
    layer: (index) => ({
      attention: attention(shape, {
        qkvBias: bias,
        outBias: bias,
        window: kinds[index] === 'sliding' ? chunk : null,
      }),
      mlp: mlp(index),
      norms: norms(shape.hiddenSize, 'rms'),
    }),
    names: {
      gate: 'feed_forward.gate_proj',
      up: 'feed_forward.up_proj',
      down: 'feed_forward.down_proj',
      router: 'feed_forward.router',
      experts: 'feed_forward.experts',
      sharedExpert: 'feed_forward.shared_expert',
    },
  })
}

function readMlp(reader: ConfigReader) {
  const step = reader.integer('interleave_moe_layer_step', { fallback: 1 })
  const listed = reader.integers('moe_layers')
  const plain = dense(reader.integer('intermediate_size_mlp', { fallback: 16384 }))
  const sizes = readExperts(reader, {
    countNames: ['num_local_experts', 'num_experts'],
    count: 16,
    perToken: 1,
    sizeName: 'intermediate_size',
    size: 8192,
  })
  if (sizes === null) return () => plain
  const mixture = experts(sizes, { sharedSize: sizes.expertSize, routerAdaptable: true })
  const isMixture = (index: number) =>
    listed === null ? (index + 1) % step === 0 : listed.includes(index)
  return (index: number) => (isMixture(index) ? mixture : plain)
}
