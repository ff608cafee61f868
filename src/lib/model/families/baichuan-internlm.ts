import type { ConfigReader } from '../config-reader.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { attention, dense, norms } from './parts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const LIKE_LLAMA: ShapeDefaults = {
  vocab: 64000,
  hidden: 4096,
  layers: 32,
  heads: 32,
  kvHeads: null,
  headDim: 'ratio',
  positions: 4096,
  tied: false,
}
const INTERNLM: ShapeDefaults = { ...LIKE_LLAMA, vocab: 103168, positions: 2048 }
const INTERNLM2: ShapeDefaults = { ...INTERNLM, headDim: null }
const INTERNLM3: ShapeDefaults = {
  ...INTERNLM2,
  vocab: 128512,
  positions: 32768,
  strict: true,
}

/** Llama's form under other names: Baichuan fuses q, k and v, and so does InternLM2. */
export const BAICHUAN_INTERNLM_FAMILIES: readonly Family[] = [
  { name: 'baichuan', types: ['baichuan'], read: readBaichuan },
  {
    name: 'internlm',
    types: ['internlm'],
    read: (reader) => {
      const bias = reader.flag('bias', true)
      return readPlain(reader, { defaults: INTERNLM, qkvBias: bias, outBias: bias, mlpBias: false })
    },
  },
  { name: 'internlm2', types: ['internlm2'], read: readInternLm2 },
  {
    name: 'internlm3',
    types: ['internlm3'],
    read: (reader) => {
      const bias = reader.flag('bias', false)
      const qkvBias = reader.flag('qkv_bias', false)
      return readPlain(reader, { defaults: INTERNLM3, qkvBias, outBias: bias, mlpBias: bias })
    },
  },
]

function readBaichuan(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, LIKE_LLAMA)
  const size = readIntermediate(reader)
  return decoder(reader, {
    shape,
    layer: () => ({
      attention: attention({ ...shape, kvHeads: shape.heads }, { fusedQkv: true }),
      mlp: dense(size),
      norms: norms(shape.hiddenSize, 'rms'),
    }),
    names: { qkv: 'self_attn.W_pack' },
  })
}

function readInternLm2(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, INTERNLM2)
  const size = readIntermediate(reader)
  const bias = reader.flag('bias', true)
  return decoder(reader, {
    shape,
    layer: () => ({
      attention: attention(shape, { fusedQkv: true, qkvBias: bias, outBias: bias }),
      mlp: dense(size),
      norms: norms(shape.hiddenSize, 'rms', ['attention_norm', 'ffn_norm']),
    }),
    names: {
      embedding: 'model.tok_embeddings',
      head: 'output',
      qkv: 'attention.wqkv',
      out: 'attention.wo',
      gate: 'feed_forward.w1',
      up: 'feed_forward.w3',
      down: 'feed_forward.w2',
    },
  })
}

function readPlain(
  reader: ConfigReader,
  input: {
    readonly defaults: ShapeDefaults
    readonly qkvBias: boolean
    readonly outBias: boolean
    readonly mlpBias: boolean
  },
): FamilySpec {
  const { defaults, qkvBias, outBias, mlpBias: bias } = input
  const shape = readShape(reader, defaults)
  const size = readIntermediate(reader)
  return decoder(reader, {
    shape,
    layer: () => ({
      attention: attention(shape, { qkvBias, outBias }),
      mlp: dense(size, { bias }),
      norms: norms(shape.hiddenSize, 'rms'),
    }),
  })
}

function readIntermediate(reader: ConfigReader): number {
  return reader.integer('intermediate_size', { fallback: 11008, essential: true })
}
