import type { ConfigReader } from '../config-reader.ts'
import type { MlaAttention, MlpSpec } from '../spec.ts'
import { decoder } from './decoder.ts'
import { GLM_LITE, V2, V3, V32 } from './deepseek-variants.ts'
import type { Variant } from './deepseek-variants.ts'
import type { Family, FamilySpec } from './family.ts'
import { dense, experts, norms } from './parts.ts'
import { readExperts } from './read-experts.ts'
import { MAX_HEADS, readShape } from './read-shape.ts'

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
