import type { ConfigReader } from '../config-reader.ts'
import type { MlpSpec, RecurrentMixer } from '../spec.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds } from './layer-kinds.ts'
import { readInner } from './mamba.ts'
import { mamba2Mixer } from './mixers.ts'
import { attention, dense, experts, norms } from './parts.ts'
import { readExperts } from './read-experts.ts'
import { MAX_HEADS, readShape } from './read-shape.ts'
import type { Shape, ShapeDefaults } from './read-shape.ts'

const GRANITE4: ShapeDefaults = {
  vocab: 32000,
  hidden: 4096,
  layers: 32,
  heads: 32,
  kvHeads: null,
  headDim: null,
  positions: 2048,
  tied: false,
  strict: true,
}

/** Granite-4: attention layers among Mamba-2 layers. */
export const GRANITE_HYBRID_FAMILIES: readonly Family[] = [
  { name: 'granitemoehybrid', types: ['granitemoehybrid'], read: readGranite4 },
]

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
