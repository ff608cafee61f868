import type { ConfigReader } from '../config-reader.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds, readWindow } from './layer-kinds.ts'
import { attention, dense, norms } from './parts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const STABLELM: ShapeDefaults = {
  vocab: 50304,
  hidden: 2560,
  layers: 32,
  heads: 32,
  kvHeads: 32,
  headDim: 'ratio',
  positions: 4096,
  tied: false,
}
const COHERE: ShapeDefaults = {
  vocab: 256000,
  hidden: 8192,
  layers: 40,
  heads: 64,
  kvHeads: null,
  headDim: null,
  positions: 8192,
  tied: true,
}

/** Decoders with LayerNorm and a gated feed-forward part: StableLM and Command-R. */
export const STABLELM_COHERE_FAMILIES: readonly Family[] = [
  { name: 'stablelm', types: ['stablelm'], read: readStableLm },
  { name: 'cohere', types: ['cohere'], read: readCohere },
  { name: 'cohere2', types: ['cohere2'], read: readCohere2 },
]

/** With `use_parallel_residual` one norm serves attention and feed-forward part. */
function readStableLm(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, STABLELM)
  const size = reader.integer('intermediate_size', { fallback: 6912, essential: true })
  const qkNorm = reader.flag('qk_layernorm', false) ? 'full' : 'none'
  const qkvBias = reader.flag('use_qkv_bias', false)
  const sideBySide = reader.flag('use_parallel_residual', false)
  const names = sideBySide ? ['input_layernorm'] : undefined
  return decoder(reader, {
    shape,
    finalNorm: 'layer',
    layer: () => ({
      attention: attention(shape, { qkvBias, qkNorm, qkNormKind: 'layer-no-bias' }),
      mlp: dense(size),
      norms: norms(shape.hiddenSize, 'layer', names),
    }),
    names: { qNorm: 'self_attn.q_layernorm', kNorm: 'self_attn.k_layernorm' },
  })
}

function readCohere(reader: ConfigReader): FamilySpec {
  const qkNorm = reader.flag('use_qk_norm', false) ? 'full' : 'none'
  return readCommandR(reader, { qkNorm, windowed: false })
}

/** Three layers of four have a window. */
function readCohere2(reader: ConfigReader): FamilySpec {
  return readCommandR(reader, { qkNorm: 'none', windowed: true })
}

function readCommandR(
  reader: ConfigReader,
  input: { readonly qkNorm: 'none' | 'full'; readonly windowed: boolean },
): FamilySpec {
  const { qkNorm, windowed } = input
  const shape = readShape(reader, COHERE)
  const size = reader.integer('intermediate_size', { fallback: 22528, essential: true })
  const bias = reader.flag('attention_bias', false)
  const window = windowed ? readWindow(reader, 4096) : null
  const every = reader.integer('sliding_window_pattern', { fallback: 4 })
  const kinds = layerKinds(reader, shape.layers, (index) =>
    windowed && (index + 1) % every !== 0 ? 'sliding' : 'full',
  )
  return decoder(reader, {
    shape,
    finalNorm: 'layer-no-bias',
    layer: (index) => ({
      attention: attention(shape, {
        qkvBias: bias,
        outBias: bias,
        qkNorm,
        qkNormKind: 'layer-no-bias',
        window: kinds[index] === 'sliding' ? window : null,
      }),
      mlp: dense(size),
      norms: norms(shape.hiddenSize, 'layer-no-bias', ['input_layernorm']),
    }),
  })
}
