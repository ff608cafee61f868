import { ConfigError } from '../config-error.ts'
import type { ConfigReader } from '../config-reader.ts'
import type { MlpSpec } from '../spec.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { readInner, readRank } from './mamba.ts'
import { mambaMixer } from './mixers.ts'
import { attention, dense, experts, norms } from './parts.ts'
import { readExperts } from './read-experts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

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

/** Jamba: a few attention layers among Mamba layers. */
export const JAMBA_FAMILIES: readonly Family[] = [
  { name: 'jamba', types: ['jamba'], read: readJamba },
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
