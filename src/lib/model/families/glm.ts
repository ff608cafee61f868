import type { ConfigReader } from '../config-reader.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { attention, dense, experts, norms } from './parts.ts'
import { readExperts } from './read-experts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const GLM: ShapeDefaults = {
  vocab: 151552,
  hidden: 4096,
  layers: 40,
  heads: 32,
  kvHeads: 2,
  headDim: 128,
  positions: 131072,
  tied: false,
}
const GLM4_MOE: ShapeDefaults = { ...GLM, layers: 46, heads: 96, kvHeads: 8, headDim: null }

/** GLM-4 in transformers' own classes, and GLM-4.5. ChatGLM's older files are read elsewhere. */
export const GLM_FAMILIES: readonly Family[] = [
  {
    name: 'glm',
    types: ['glm'],
    read: (reader) => readGlm(reader, ['input_layernorm', 'post_attention_layernorm']),
  },
  {
    name: 'glm4',
    types: ['glm4'],
    read: (reader) =>
      readGlm(reader, [
        'input_layernorm',
        'post_attention_layernorm',
        'post_self_attn_layernorm',
        'post_mlp_layernorm',
      ]),
  },
  { name: 'glm4_moe', types: ['glm4_moe', 'glm4v_moe_text'], read: readGlm4Moe },
]

/** `attention_bias` is on q, k and v only; gate and up are one matrix. */
function readGlm(reader: ConfigReader, names: readonly string[]): FamilySpec {
  const shape = readShape(reader, GLM)
  const size = reader.integer('intermediate_size', { fallback: 13696, essential: true })
  const qkvBias = reader.flag('attention_bias', true)
  return decoder(reader, {
    shape,
    layer: () => ({
      attention: attention(shape, { qkvBias }),
      mlp: dense(size, { fusedGateUp: true }),
      norms: norms(shape.hiddenSize, 'rms', names),
    }),
  })
}

function readGlm4Moe(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, GLM4_MOE)
  const denseLayers = reader.integer('first_k_dense_replace', { fallback: 1, min: 0 })
  const plain = dense(reader.integer('intermediate_size', { fallback: 10944, essential: true }))
  const sizes = readExperts(reader, {
    countNames: ['n_routed_experts', 'num_local_experts', 'num_experts'],
    count: 128,
    perToken: 8,
    sizeName: 'moe_intermediate_size',
    size: 1408,
  })
  const shared = reader.integer('n_shared_experts', { fallback: 1, min: 0 })
  const mixture =
    sizes === null
      ? plain
      : experts(sizes, {
          sharedSize: shared * sizes.expertSize,
          routerBuffer: sizes.experts,
        })
  const qkNorm = reader.flag('use_qk_norm', false) ? 'per-head' : 'none'
  const qkvBias = reader.flag('attention_bias', false)
  return decoder(reader, {
    shape,
    layer: (index) => ({
      attention: attention(shape, { qkvBias, qkNorm }),
      mlp: index < denseLayers ? plain : mixture,
      norms: norms(shape.hiddenSize, 'rms'),
    }),
    names: { sharedExpert: 'mlp.shared_experts' },
  })
}
