import type { ConfigReader } from '../config-reader.ts'
import type { MlaAttention, MlpSpec } from '../spec.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { dense, experts, norms } from './parts.ts'
import { readExperts } from './read-experts.ts'
import { MAX_HEADS, readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const V2: ShapeDefaults = {
  vocab: 102400,
  hidden: 4096,
  layers: 32,
  heads: 32,
  kvHeads: null,
  headDim: null,
  positions: 2048,
  tied: false,
}
const V3: ShapeDefaults = {
  ...V2,
  vocab: 129280,
  hidden: 7168,
  layers: 61,
  heads: 128,
  positions: 4096,
}

/** Generation 2, 3 and 3.2 of DeepSeek, and models built on them. */
export const DEEPSEEK_FAMILIES: readonly Family[] = [
  { name: 'deepseek_v2', types: ['deepseek_v2'], read: (reader) => readDeepSeek(reader, 2) },
  {
    name: 'deepseek_v3',
    types: ['deepseek_v3', 'kimi_k2'],
    read: (reader) => readDeepSeek(reader, 3),
  },
  { name: 'deepseek_v32', types: ['deepseek_v32'], read: (reader) => readDeepSeek(reader, 3.2) },
]

/**
 * Multi-head latent attention; the first `first_k_dense_replace` layers are dense, the others a
 * mixture with shared experts. The router's correction bias (generation 3) is a buffer.
 */
function readDeepSeek(reader: ConfigReader, generation: 2 | 3 | 3.2): FamilySpec {
  const defaults = generation === 2 ? V2 : V3
  const heads = { headDim: null, kvHeads: null } as const
  const shape = readShape(withoutHeadDim(reader), { ...defaults, ...heads })
  const attention = readMla(reader, { heads: shape.heads, generation })
  const mlp = readMlp(reader, generation)
  return decoder(reader, {
    shape,
    layer: (index) => ({ attention, mlp: mlp(index), norms: norms(shape.hiddenSize, 'rms') }),
    names: { sharedExpert: 'mlp.shared_experts' },
  })
}

function readMla(
  reader: ConfigReader,
  input: { readonly heads: number; readonly generation: 2 | 3 | 3.2 },
): MlaAttention {
  const { heads, generation } = input
  const mla = {
    kind: 'mla',
    heads,
    qLoraRank: reader.optionalInteger('q_lora_rank', { fallback: 1536 }),
    kvLoraRank: reader.integer('kv_lora_rank', { fallback: 512 }),
    nopeHeadDim: reader.integer('qk_nope_head_dim', { fallback: 128 }),
    ropeHeadDim: reader.integer('qk_rope_head_dim', { fallback: 64 }),
    valueHeadDim: reader.integer('v_head_dim', { fallback: 128 }),
    bias: reader.flag('attention_bias', false),
  } as const
  if (generation !== 3.2) return mla
  const indexer = {
    heads: reader.integer('index_n_heads', { fallback: 64, max: MAX_HEADS }),
    headDim: reader.integer('index_head_dim', { fallback: 128 }),
  }
  return { ...mla, indexer }
}

function readMlp(reader: ConfigReader, generation: 2 | 3 | 3.2): (index: number) => MlpSpec {
  const second = generation === 2
  const denseLayers = reader.integer('first_k_dense_replace', { fallback: second ? 0 : 3, min: 0 })
  const kinds = reader.words('mlp_layer_types')
  const size = reader.integer('intermediate_size', {
    fallback: second ? 11008 : 18432,
    essential: true,
  })
  const plain = dense(size, { bias: second && reader.flag('mlp_bias', false) })
  const sizes = readExperts(reader, {
    countNames: ['n_routed_experts', 'num_local_experts', 'num_experts'],
    count: second ? 64 : 256,
    perToken: second ? 6 : 8,
    sizeName: 'moe_intermediate_size',
    size: second ? 1407 : 2048,
  })
  if (sizes === null) return () => plain
  const shared = reader.integer('n_shared_experts', { fallback: second ? 2 : 1, min: 0 })
  const mixture = experts(sizes, {
    sharedSize: shared * sizes.expertSize,
    routerBuffer: second ? 0 : sizes.experts,
  })
  return (index) => {
    const isDense = kinds === null ? index < denseLayers : kinds[index] === 'dense'
    return isDense ? plain : mixture
  }
}

/** MLA has its own head sizes: a hidden size that heads do not divide is no fault here. */
function withoutHeadDim(reader: ConfigReader): ConfigReader {
  return {
    ...reader,
    optionalInteger: (names, rule) =>
      names === 'head_dim' ? 1 : reader.optionalInteger(names, rule),
  }
}
