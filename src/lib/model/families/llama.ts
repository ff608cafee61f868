import type { ConfigReader } from '../config-reader.ts'
import type { NormKind } from '../spec.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds, readWindow } from './layer-kinds.ts'
import type { LayerKind } from './layer-kinds.ts'
import { attention, dense, norms } from './parts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const LLAMA: ShapeDefaults = {
  vocab: 32000,
  hidden: 4096,
  layers: 32,
  heads: 32,
  kvHeads: null,
  headDim: null,
  positions: 2048,
  tied: false,
}
const STRICT_LLAMA: ShapeDefaults = { ...LLAMA, strict: true }
const MISTRAL: ShapeDefaults = { ...LLAMA, kvHeads: 8, positions: 131072 }
const SMOLLM3: ShapeDefaults = {
  ...LLAMA,
  vocab: 128256,
  hidden: 2048,
  layers: 36,
  heads: 16,
  kvHeads: 4,
  positions: 32768,
  tied: true,
}

/** Llama and the families that are Llama with other defaults. */
export const LLAMA_FAMILIES: readonly Family[] = [
  {
    name: 'llama',
    types: ['llama', 'code_llama', 'yi', 'aquila', 'xverse', 'deepseek', 'llava_llama'],
    read: (reader) => readLlamaLike(reader, { defaults: STRICT_LLAMA, intermediate: 11008 }),
  },
  {
    name: 'granite',
    types: ['granite'],
    read: (reader) => readLlamaLike(reader, { defaults: LLAMA, intermediate: 11008 }),
  },
  {
    name: 'mistral',
    types: ['mistral', 'ministral', 'ministral3', 'pixtral_text'],
    read: (reader) =>
      readLlamaLike(reader, {
        defaults: MISTRAL,
        intermediate: 14336,
        biases: false,
        window: readWindow(reader, reader.modelType === 'ministral3' ? null : 4096),
      }),
  },
  { name: 'smollm3', types: ['smollm3'], read: readSmolLm3 },
]

/**
 * A decoder of Llama's form: q, k, v, o and a gated feed-forward part, two norms a layer.
 * `attention_bias` puts biases on all four, `mlp_bias` on the feed-forward matrices.
 */
export function readLlamaLike(
  reader: ConfigReader,
  input: {
    readonly defaults: ShapeDefaults
    readonly intermediate: number
    readonly biases?: boolean
    readonly window?: number | null
    readonly rule?: (index: number) => LayerKind
    readonly norm?: NormKind
  },
): FamilySpec {
  const { defaults, intermediate, biases = true, window = null, norm = 'rms' } = input
  const shape = readShape(reader, defaults)
  const size = reader.integer('intermediate_size', { fallback: intermediate, essential: true })
  const attentionBias = biases && reader.flag('attention_bias', false)
  const mlp = dense(size, { bias: biases && reader.flag('mlp_bias', false) })
  const rule = input.rule ?? (() => (window === null ? 'full' : 'sliding'))
  const kinds = layerKinds(reader, shape.layers, rule)
  return decoder(reader, {
    shape,
    finalNorm: norm,
    layer: (index) => ({
      attention: attention(shape, {
        qkvBias: attentionBias,
        outBias: attentionBias,
        window: kinds[index] === 'sliding' ? window : null,
      }),
      mlp,
      norms: norms(shape.hiddenSize, norm),
    }),
  })
}

/** SmolLM3: a window only on layers without rotary positions, and only when switched on. */
function readSmolLm3(reader: ConfigReader): FamilySpec {
  const noRope = reader.integers('no_rope_layers')
  const interval = reader.integer('no_rope_layer_interval', { fallback: 4 })
  const window = reader.flag('use_sliding_window', false) ? readWindow(reader, null) : null
  const hasRope = (index: number) =>
    noRope === null ? (index + 1) % interval !== 0 : noRope[index] !== 0
  return readLlamaLike(reader, {
    defaults: SMOLLM3,
    intermediate: 11008,
    window,
    rule: (index) => (window !== null && !hasRope(index) ? 'sliding' : 'full'),
  })
}
