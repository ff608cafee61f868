import { ConfigError } from '../config-error.ts'
import type { ConfigReader } from '../config-reader.ts'
import type { MlpSpec, RecurrentMixer } from '../spec.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds } from './layer-kinds.ts'
import { readInner, readRank } from './mamba.ts'
import { mamba2Mixer, mambaMixer } from './mixers.ts'
import { attention, dense, experts, norms } from './parts.ts'
import { readExperts } from './read-experts.ts'
import { MAX_HEADS, readShape } from './read-shape.ts'
import type { Shape, ShapeDefaults } from './read-shape.ts'

const JAMBA: ShapeDefaults = {
  vocab: 65536,
  hidden: 4096,
  layers: 32,
  heads: 32,
  kvHeads: 8,
  headDim: null,
  positions: 262144,
  tied: false,
}
const GRANITE4: ShapeDefaults = {
  ...JAMBA,
  vocab: 32000,
  kvHeads: null,
  positions: 2048,
  strict: true,
}

/** A few attention layers among Mamba layers: Jamba and Granite-4. */
export const HYBRID_FAMILIES: readonly Family[] = [
  { name: 'jamba', types: ['jamba'], read: readJamba },
  { name: 'granitemoehybrid', types: ['granitemoehybrid'], read: readGranite4 },
]

/** Layer i attends when i mod period = offset, and likewise has experts. */
function readJamba(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, JAMBA)
  const period = reader.integer('attn_layer_period', { fallback: 8 })
  const offset = reader.integer('attn_layer_offset', { fallback: 4, min: 0 })
  if (offset >= period) {
    throw new ConfigError(
      `attn_layer_offset is ${offset}; it must be below attn_layer_period, which is ${period}.`,
      'attn_layer_offset',
    )
  }
  const inner = readInner(reader, 'mamba_expand', shape.hiddenSize)
  const mamba = mambaMixer({
    hiddenSize: shape.hiddenSize,
    inner,
    state: reader.integer('mamba_d_state', { fallback: 16 }),
    kernel: reader.integer('mamba_d_conv', { fallback: 4 }),
    rank: readRank(reader, 'mamba_dt_rank', shape.hiddenSize),
    bias: reader.flag('mamba_proj_bias', false),
    convBias: reader.flag('mamba_conv_bias', true),
    innerNorms: true,
  })
  const mlp = readJambaMlp(reader)
  return decoder(reader, {
    shape,
    layer: (index) => ({
      attention: index % period === offset ? attention(shape) : mamba,
      mlp: mlp(index),
      norms: norms(shape.hiddenSize, 'rms', ['input_layernorm', 'pre_ff_layernorm']),
    }),
    names: {
      finalNorm: 'model.final_layernorm',
      mixer: 'mamba',
      gate: 'feed_forward.gate_proj',
      up: 'feed_forward.up_proj',
      down: 'feed_forward.down_proj',
      router: 'feed_forward.router',
      experts: 'feed_forward.experts',
    },
  })
}

function readJambaMlp(reader: ConfigReader): (index: number) => MlpSpec {
  const period = reader.integer('expert_layer_period', { fallback: 2 })
  const offset = reader.integer('expert_layer_offset', { fallback: 1, min: 0 })
  const sizes = readExperts(reader, {
    countNames: ['num_experts', 'num_local_experts'],
    count: 16,
    perToken: 2,
    sizeName: 'intermediate_size',
    size: 14336,
  })
  const plain = dense(reader.integer('intermediate_size', { fallback: 14336, essential: true }))
  if (sizes === null || sizes.experts === 1) return () => plain
  const mixture = experts(sizes)
  return (index) => (index % period === offset ? mixture : plain)
}

/** Granite-4: every layer has a shared feed-forward part, and experts when there are any. */
function readGranite4(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, GRANITE4)
  const bias = reader.flag('attention_bias', false)
  const kinds = layerKinds(reader, shape.layers, () => 'recurrent')
  const mamba = kinds.includes('recurrent') ? readGranite4Mamba(reader, shape) : null
  const mlp = readGranite4Mlp(reader)
  const full = attention(shape, { qkvBias: bias, outBias: bias })
  return decoder(reader, {
    shape,
    layer: (index) => ({
      attention: kinds[index] === 'recurrent' && mamba !== null ? mamba : full,
      mlp,
      norms: norms(shape.hiddenSize, 'rms'),
    }),
    names: {
      mixer: 'mamba',
      gateUp: 'shared_mlp.input_linear',
      down: 'shared_mlp.output_linear',
      router: 'block_sparse_moe.router',
      experts: 'block_sparse_moe.experts',
      sharedExpert: 'shared_mlp',
    },
  })
}

function readGranite4Mamba(reader: ConfigReader, shape: Shape): RecurrentMixer {
  const inner = readInner(reader, 'mamba_expand', shape.hiddenSize)
  const heads = reader.integer('mamba_n_heads', { fallback: 128, max: MAX_HEADS })
  const auto = Math.max(1, Math.floor(inner / heads))
  const stated = reader.value('mamba_d_head')
  return mamba2Mixer({
    hiddenSize: shape.hiddenSize,
    inner,
    heads,
    headDim: stated === 'auto' ? auto : reader.integer('mamba_d_head', { fallback: auto }),
    groups: reader.integer('mamba_n_groups', { fallback: 1 }),
    state: reader.integer('mamba_d_state', { fallback: 256 }),
    kernel: reader.integer('mamba_d_conv', { fallback: 4 }),
    bias: reader.flag('mamba_proj_bias', false),
    convBias: reader.flag('mamba_conv_bias', true),
  })
}

function readGranite4Mlp(reader: ConfigReader): MlpSpec {
  const sharedSize = reader.integer('shared_intermediate_size', { fallback: 1024 })
  const sizes = readExperts(reader, {
    countNames: ['num_local_experts', 'num_experts'],
    count: 8,
    perToken: 2,
    sizeName: 'intermediate_size',
    size: 11008,
  })
  if (sizes === null) return dense(sharedSize, { fusedGateUp: true })
  return experts(sizes, { sharedSize, sharedFused: true })
}
