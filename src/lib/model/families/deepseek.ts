import type { ConfigReader } from '../config-reader.ts'
import type { MlaAttention, MlpSpec } from '../spec.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { dense, experts, norms } from './parts.ts'
import { readExperts } from './read-experts.ts'
import { MAX_HEADS, readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

/** What one generation has by default, and what it has at all. */
interface Variant {
  readonly shape: ShapeDefaults
  readonly intermediate: number
  readonly denseLayers: number
  readonly experts: number
  readonly perToken: number
  readonly expertSize: number
  readonly shared: number
  readonly queryRank: number
  readonly nope: number
  readonly value: number
  /** A correction bias that the router keeps as a buffer. */
  readonly routerBuffer: boolean
  readonly mlpBias: boolean
  readonly indexer: boolean
}

const V2: Variant = {
  shape: {
    vocab: 102400,
    hidden: 4096,
    layers: 32,
    heads: 32,
    kvHeads: null,
    headDim: 1,
    strict: false,
    positions: 2048,
    tied: false,
  },
  intermediate: 11008,
  denseLayers: 0,
  experts: 64,
  perToken: 6,
  expertSize: 1407,
  shared: 2,
  queryRank: 1536,
  nope: 128,
  value: 128,
  routerBuffer: false,
  mlpBias: true,
  indexer: false,
}
const V3: Variant = {
  ...V2,
  shape: { ...V2.shape, vocab: 129280, hidden: 7168, layers: 61, heads: 128, positions: 4096 },
  intermediate: 18432,
  denseLayers: 3,
  experts: 256,
  perToken: 8,
  expertSize: 2048,
  shared: 1,
  routerBuffer: true,
  mlpBias: false,
}
const V32: Variant = { ...V3, shape: { ...V3.shape, positions: 163840 }, indexer: true }
const GLM_LITE: Variant = {
  ...V3,
  shape: { ...V3.shape, vocab: 154880, hidden: 2048, layers: 47, heads: 20, positions: 202752 },
  intermediate: 10240,
  denseLayers: 1,
  experts: 64,
  perToken: 4,
  expertSize: 1536,
  queryRank: 768,
  nope: 192,
  value: 256,
}

/** Generations 2, 3 and 3.2 of DeepSeek, and models built on them. */
export const DEEPSEEK_FAMILIES: readonly Family[] = [
  { name: 'deepseek_v2', types: ['deepseek_v2'], read: (reader) => readDeepSeek(reader, V2) },
  {
    name: 'deepseek_v3',
    types: ['deepseek_v3', 'kimi_k2'],
    read: (reader) => readDeepSeek(reader, V3),
  },
  { name: 'deepseek_v32', types: ['deepseek_v32'], read: (reader) => readDeepSeek(reader, V32) },
  {
    name: 'glm4_moe_lite',
    types: ['glm4_moe_lite'],
    read: (reader) => readDeepSeek(reader, GLM_LITE),
  },
]

/**
 * Multi-head latent attention; the first `first_k_dense_replace` layers are dense, the others a
 * mixture with shared experts.
 */
function readDeepSeek(reader: ConfigReader, variant: Variant): FamilySpec {
  const shape = readShape(reader, variant.shape)
  const attention = readMla(reader, { heads: shape.heads, variant })
  const mlp = readMlp(reader, variant)
  return decoder(reader, {
    shape,
    layer: (index) => ({ attention, mlp: mlp(index), norms: norms(shape.hiddenSize, 'rms') }),
    names: { sharedExpert: 'mlp.shared_experts' },
  })
}

function readMla(
  reader: ConfigReader,
  input: { readonly heads: number; readonly variant: Variant },
): MlaAttention {
  const { heads, variant } = input
  const mla = {
    kind: 'mla',
    heads,
    qLoraRank: reader.optionalInteger('q_lora_rank', { fallback: variant.queryRank }),
    kvLoraRank: reader.integer('kv_lora_rank', { fallback: 512 }),
    nopeHeadDim: reader.integer('qk_nope_head_dim', { fallback: variant.nope }),
    ropeHeadDim: reader.integer('qk_rope_head_dim', { fallback: 64 }),
    valueHeadDim: reader.integer('v_head_dim', { fallback: variant.value }),
    bias: reader.flag('attention_bias', false),
  } as const
  if (!variant.indexer) return mla
  const indexer = {
    heads: reader.integer('index_n_heads', { fallback: 64, max: MAX_HEADS }),
    headDim: reader.integer('index_head_dim', { fallback: 128 }),
  }
  return { ...mla, indexer }
}

function readMlp(reader: ConfigReader, variant: Variant): (index: number) => MlpSpec {
  const denseLayers = reader.integer('first_k_dense_replace', {
    fallback: variant.denseLayers,
    min: 0,
  })
  const kinds = reader.words('mlp_layer_types')
  const size = reader.integer('intermediate_size', {
    fallback: variant.intermediate,
    essential: true,
  })
  const bias = variant.mlpBias && reader.flag('mlp_bias', false)
  const plain = dense(size, { bias })
  const sizes = readExperts(reader, {
    countNames: ['n_routed_experts', 'num_local_experts', 'num_experts'],
    count: variant.experts,
    perToken: variant.perToken,
    sizeName: 'moe_intermediate_size',
    size: variant.expertSize,
  })
  if (sizes === null) return () => plain
  const shared = reader.integer('n_shared_experts', { fallback: variant.shared, min: 0 })
  const mixture = experts(sizes, {
    sharedSize: shared * sizes.expertSize,
    sharedBias: bias,
    routerBuffer: variant.routerBuffer ? sizes.experts : 0,
  })
  return (index) => {
    const isDense = kinds === null ? index < denseLayers : kinds[index] === 'dense'
    return isDense ? plain : mixture
  }
}
