import type { ConfigReader } from '../config-reader.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds, readWindow } from './layer-kinds.ts'
import { attention, dense, norms } from './parts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const QWEN2: ShapeDefaults = {
  vocab: 151936,
  hidden: 4096,
  layers: 32,
  heads: 32,
  kvHeads: 32,
  headDim: null,
  positions: 32768,
  tied: false,
}
const QWEN3: ShapeDefaults = { ...QWEN2, headDim: 128 }
const QWEN: ShapeDefaults = { ...QWEN2, kvHeads: null, headDim: 'ratio', positions: 8192 }

/** Qwen, first to third generation, dense. */
export const QWEN_FAMILIES: readonly Family[] = [
  { name: 'qwen', types: ['qwen'], read: readQwen },
  {
    name: 'qwen2',
    types: ['qwen2', 'qwen2_vl', 'qwen2_vl_text', 'qwen2_5_vl', 'qwen2_5_vl_text'],
    read: (reader) => readQwen2Or3(reader, { defaults: QWEN2, third: false }),
  },
  {
    name: 'qwen3',
    types: ['qwen3', 'qwen3_vl_text'],
    read: (reader) => readQwen2Or3(reader, { defaults: QWEN3, third: true }),
  },
]

/** Qwen2 has biases on q, k, v; Qwen3 has none but norms on q and k. */
function readQwen2Or3(
  reader: ConfigReader,
  input: { readonly defaults: ShapeDefaults; readonly third: boolean },
): FamilySpec {
  const { defaults, third } = input
  const shape = readShape(reader, defaults)
  const size = reader.integer('intermediate_size', { fallback: 22016, essential: true })
  const bias = third && reader.flag('attention_bias', false)
  const window = reader.flag('use_sliding_window', false) ? readWindow(reader, 4096) : null
  const firstWindowed = reader.integer('max_window_layers', { fallback: 28, min: 0 })
  const kinds = layerKinds(reader, shape.layers, (index) =>
    window !== null && index >= firstWindowed ? 'sliding' : 'full',
  )
  return decoder(reader, {
    shape,
    layer: (index) => ({
      attention: attention(shape, {
        qkvBias: !third || bias,
        outBias: bias,
        qkNorm: third ? 'per-head' : 'none',
        window: kinds[index] === 'sliding' ? window : null,
      }),
      mlp: dense(size),
      norms: norms(shape.hiddenSize, 'rms'),
    }),
  })
}

/**
 * First generation: one matrix for q, k and v, always with a bias, and an `intermediate_size` that
 * counts gate and up together, so that each has half of it.
 */
function readQwen(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, QWEN)
  const both = reader.integer(['intermediate_size', 'ffn_hidden_size'], {
    fallback: 22016,
    essential: true,
  })
  const headDim = reader.integer('kv_channels', { fallback: shape.headDim })
  const bias = !reader.flag('no_bias', true)
  return decoder(reader, {
    shape,
    layer: () => ({
      attention: attention({ ...shape, headDim }, { fusedQkv: true, qkvBias: true, outBias: bias }),
      mlp: dense(Math.max(1, Math.floor(both / 2)), { bias }),
      norms: norms(shape.hiddenSize, 'rms', ['ln_1', 'ln_2']),
    }),
    names: {
      embedding: 'transformer.wte',
      layers: 'transformer.h',
      finalNorm: 'transformer.ln_f',
      qkv: 'attn.c_attn',
      out: 'attn.c_proj',
      gate: 'mlp.w2',
      up: 'mlp.w1',
      down: 'mlp.c_proj',
    },
  })
}
