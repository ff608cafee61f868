import type { ConfigReader } from '../config-reader.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds, readWindow } from './layer-kinds.ts'
import { attention, dense, norms } from './parts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const GEMMA: ShapeDefaults = {
  vocab: 256000,
  hidden: 3072,
  layers: 28,
  heads: 16,
  kvHeads: 16,
  headDim: 256,
  positions: 8192,
  tied: true,
}
const GEMMA2: ShapeDefaults = {
  ...GEMMA,
  hidden: 2304,
  layers: 26,
  heads: 8,
  kvHeads: 4,
  strict: true,
}
const GEMMA3: ShapeDefaults = { ...GEMMA2, vocab: 262208, positions: 131072 }

const FOUR_NORMS = [
  'input_layernorm',
  'post_attention_layernorm',
  'pre_feedforward_layernorm',
  'post_feedforward_layernorm',
]

/** Gemma 1 to 3: tied embeddings and a head dimension of 256 unless the file says otherwise. */
export const GEMMA_FAMILIES: readonly Family[] = [
  {
    name: 'gemma',
    types: ['gemma'],
    read: (reader) => readGemma(reader, { defaults: GEMMA, intermediate: 24576, generation: 1 }),
  },
  {
    name: 'gemma2',
    types: ['gemma2'],
    read: (reader) => readGemma(reader, { defaults: GEMMA2, intermediate: 9216, generation: 2 }),
  },
  {
    name: 'gemma3',
    types: ['gemma3', 'gemma3_text'],
    read: (reader) => readGemma(reader, { defaults: GEMMA3, intermediate: 9216, generation: 3 }),
  },
]

/** Gemma-2 lets every second layer see all, Gemma-3 every sixth; the others have a window. */
function readGemma(
  reader: ConfigReader,
  input: {
    readonly defaults: ShapeDefaults
    readonly intermediate: number
    readonly generation: 1 | 2 | 3
  },
): FamilySpec {
  const { defaults, intermediate, generation } = input
  const shape = readShape(reader, defaults)
  const size = reader.integer('intermediate_size', { fallback: intermediate, essential: true })
  const bias = reader.flag('attention_bias', false)
  const window = generation === 1 ? null : readWindow(reader, 4096)
  const usual = generation === 2 ? 2 : 6
  const every =
    generation === 3 ? reader.integer('sliding_window_pattern', { fallback: usual }) : usual
  if (generation !== 1) warnOfWindows(reader, { window, every, generation })
  const kinds = layerKinds(reader, shape.layers, (index) =>
    generation === 1 || (index + 1) % every === 0 ? 'full' : 'sliding',
  )
  return decoder(reader, {
    shape,
    layer: (index) => ({
      attention: attention(shape, {
        qkvBias: bias,
        outBias: bias,
        qkNorm: generation === 3 ? 'per-head' : 'none',
        window: kinds[index] === 'sliding' ? window : null,
      }),
      mlp: dense(size),
      norms: norms(shape.hiddenSize, 'rms', generation === 1 ? undefined : FOUR_NORMS),
    }),
  })
}

/** The window and how often a layer sees all decide the cache, and files leave both out. */
function warnOfWindows(
  reader: ConfigReader,
  used: { readonly window: number | null; readonly every: number; readonly generation: 2 | 3 },
): void {
  const { window, every, generation } = used
  if (window !== null && !reader.states('sliding_window')) {
    reader.warnOfDefault('sliding_window', window)
  }
  const told = reader.states('sliding_window_pattern') || reader.value('layer_types') !== null
  if (generation === 3 && !told) reader.warnOfDefault('sliding_window_pattern', every)
}
