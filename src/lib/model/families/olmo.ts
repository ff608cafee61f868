import type { ConfigReader } from '../config-reader.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds, readWindow } from './layer-kinds.ts'
import { attention, dense, norms } from './parts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const OLMO: ShapeDefaults = {
  vocab: 50304,
  hidden: 4096,
  layers: 32,
  heads: 32,
  kvHeads: null,
  headDim: null,
  positions: 2048,
  tied: false,
}

/** OLMo without any norm weights, OLMo-2 with norms after each part and on q and k, OLMo-3. */
export const OLMO_FAMILIES: readonly Family[] = [
  { name: 'olmo', types: ['olmo'], read: (reader) => readOlmo(reader, 1) },
  { name: 'olmo2', types: ['olmo2'], read: (reader) => readOlmo(reader, 2) },
  { name: 'olmo3', types: ['olmo3'], read: (reader) => readOlmo(reader, 3) },
]

function readOlmo(reader: ConfigReader, generation: 1 | 2 | 3): FamilySpec {
  const first = generation === 1
  const shape = readShape(reader, OLMO)
  const size = reader.integer('intermediate_size', { fallback: 11008, essential: true })
  const bias = reader.flag('attention_bias', false)
  const window = generation === 3 ? readWindow(reader, 4096) : null
  const kinds = layerKinds(reader, shape.layers, (index) =>
    generation === 3 && (index + 1) % 4 !== 0 ? 'sliding' : 'full',
  )
  const after = ['post_attention_layernorm', 'post_feedforward_layernorm']
  return decoder(reader, {
    shape,
    finalNorm: first ? 'none' : 'rms',
    layer: (index) => ({
      attention: attention(shape, {
        qkvBias: bias,
        outBias: bias,
        qkNorm: first ? 'none' : 'full',
        window: kinds[index] === 'sliding' ? window : null,
      }),
      mlp: dense(size),
      norms: first ? [] : norms(shape.hiddenSize, 'rms', after),
    }),
  })
}
