import type { ConfigReader } from '../config-reader.ts'
import type { MlpSpec } from '../spec.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds } from './layer-kinds.ts'
import { gatedDeltaMixer } from './mixers.ts'
import { attention, dense, norms } from './parts.ts'
import { qwenMixture } from './qwen-moe.ts'
import { MAX_HEADS, readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const NEXT: ShapeDefaults = {
  vocab: 151936,
  hidden: 2048,
  layers: 48,
  heads: 16,
  kvHeads: 2,
  headDim: 256,
  positions: 32768,
  tied: false,
}
const QWEN35: ShapeDefaults = {
  ...NEXT,
  vocab: 248320,
  hidden: 4096,
  layers: 32,
  kvHeads: 4,
}
const QWEN35_MOE: ShapeDefaults = { ...QWEN35, hidden: 2048, layers: 40, kvHeads: 2 }

/** Qwen3-Next and its successors: three gated delta layers to one attention layer. */
export const QWEN_NEXT_FAMILIES: readonly Family[] = [
  {
    name: 'qwen3_next',
    types: ['qwen3_next'],
    read: (reader) => {
      const mlp = qwenMixture(reader, {
        experts: 512,
        expertsPerToken: 10,
        expertSize: 512,
        intermediate: 5632,
        shared: 512,
      })
      return readNext(reader, { defaults: NEXT, mlp, split: false })
    },
  },
  {
    name: 'qwen3_5',
    types: ['qwen3_5', 'qwen3_5_text'],
    read: (reader) => {
      const size = reader.integer('intermediate_size', { fallback: 12288, essential: true })
      return readNext(reader, { defaults: QWEN35, mlp: () => dense(size), split: true })
    },
  },
  {
    name: 'qwen3_5_moe',
    types: ['qwen3_5_moe', 'qwen3_5_moe_text'],
    read: (reader) => {
      const mlp = qwenMixture(reader, {
        experts: 256,
        expertsPerToken: 8,
        expertSize: 512,
        intermediate: 5632,
        shared: 512,
      })
      return readNext(reader, { defaults: QWEN35_MOE, mlp, split: true })
    },
  },
]

/** The attention layers make an output gate of the size of the queries along with them. */
function readNext(
  reader: ConfigReader,
  input: {
    readonly defaults: ShapeDefaults
    readonly mlp: (index: number) => MlpSpec
    readonly split: boolean
  },
): FamilySpec {
  const { defaults, mlp, split } = input
  const shape = readShape(reader, defaults)
  const bias = reader.flag('attention_bias', false)
  const every = reader.integer('full_attention_interval', { fallback: 4 })
  const kinds = layerKinds(reader, shape.layers, (index) =>
    (index + 1) % every === 0 ? 'full' : 'recurrent',
  )
  const delta = gatedDeltaMixer({
    hiddenSize: shape.hiddenSize,
    keyHeads: reader.integer('linear_num_key_heads', { fallback: 16, max: MAX_HEADS }),
    valueHeads: reader.integer('linear_num_value_heads', { fallback: 32, max: MAX_HEADS }),
    keyDim: reader.integer('linear_key_head_dim', { fallback: 128 }),
    valueDim: reader.integer('linear_value_head_dim', { fallback: 128 }),
    kernel: reader.integer('linear_conv_kernel_dim', { fallback: 4 }),
    split,
  })
  const full = attention(shape, {
    qkvBias: bias,
    outBias: bias,
    qkNorm: 'per-head',
    outputGate: true,
  })
  return decoder(reader, {
    shape,
    layer: (index) => ({
      attention: kinds[index] === 'recurrent' ? delta : full,
      mlp: mlp(index),
      norms: norms(shape.hiddenSize, 'rms'),
    }),
    names: { mixer: 'linear_attn' },
  })
}
