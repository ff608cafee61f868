import type { ConfigReader } from '../config-reader.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds, readWindow } from './layer-kinds.ts'
import { attention, dense, norms } from './parts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const PHI3: ShapeDefaults = {
  vocab: 32064,
  hidden: 3072,
  layers: 32,
  heads: 32,
  kvHeads: null,
  headDim: null,
  positions: 4096,
  tied: false,
}
const PHI: ShapeDefaults = {
  ...PHI3,
  vocab: 51200,
  hidden: 2048,
  layers: 24,
  positions: 2048,
}

/** Phi-1 to Phi-2 (`phi`), and Phi-3 and Phi-4 (`phi3`). */
export const PHI_FAMILIES: readonly Family[] = [
  { name: 'phi3', types: ['phi3', 'phi4_multimodal', 'phi4mm'], read: readPhi3 },
  { name: 'phi', types: ['phi', 'phi-msft'], read: readPhi },
]

/** Phi-3: q, k and v in one matrix, gate and up in another. */
function readPhi3(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, PHI3)
  const size = reader.integer('intermediate_size', { fallback: 8192, essential: true })
  const window = readWindow(reader, null)
  const kinds = layerKinds(reader, shape.layers, () => (window === null ? 'full' : 'sliding'))
  if (reader.modelType.startsWith('phi4')) {
    reader.warn('Only the language model is counted, without its adapters for images and sound.')
  }
  return decoder(reader, {
    shape,
    layer: (index) => ({
      attention: attention(shape, {
        fusedQkv: true,
        window: kinds[index] === 'sliding' ? window : null,
      }),
      mlp: dense(size, { fusedGateUp: true }),
      norms: norms(shape.hiddenSize, 'rms'),
    }),
  })
}

/** Phi: attention and feed-forward part side by side under one norm, biases on all matrices. */
function readPhi(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, PHI)
  const size = reader.integer(['intermediate_size', 'n_inner'], {
    fallback: 4 * shape.hiddenSize,
  })
  const qkNorm = reader.flag('qk_layernorm', false) ? 'per-head' : 'none'
  return decoder(reader, {
    shape,
    finalNorm: 'layer',
    headBias: true,
    layer: () => ({
      attention: attention(shape, { qkvBias: true, outBias: true, qkNorm, qkNormKind: 'layer' }),
      mlp: dense(size, { gated: false, bias: true }),
      norms: norms(shape.hiddenSize, 'layer', ['input_layernorm']),
    }),
    names: {
      out: 'self_attn.dense',
      qNorm: 'self_attn.q_layernorm',
      kNorm: 'self_attn.k_layernorm',
      up: 'mlp.fc1',
      down: 'mlp.fc2',
      finalNorm: 'model.final_layernorm',
    },
  })
}
