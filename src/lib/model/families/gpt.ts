import type { ConfigReader } from '../config-reader.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { attention, dense, norms, plainEmbeddings } from './parts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const GPT2: ShapeDefaults = {
  vocab: 50257,
  hidden: 768,
  layers: 12,
  heads: 12,
  kvHeads: null,
  headDim: 'ratio',
  positions: 1024,
  tied: true,
}
const GPT_NEOX: ShapeDefaults = {
  vocab: 50432,
  hidden: 6144,
  layers: 44,
  heads: 64,
  kvHeads: null,
  headDim: 'ratio',
  positions: 2048,
  tied: false,
}

/** GPT-2 with a learned position table, GPT-NeoX (Pythia) with rotary positions. */
export const GPT_FAMILIES: readonly Family[] = [
  { name: 'gpt2', types: ['gpt2'], read: readGpt2 },
  { name: 'gpt_neox', types: ['gpt_neox'], read: readGptNeoX },
]

function readGpt2(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, GPT2)
  const size = reader.integer('n_inner', { fallback: 4 * shape.hiddenSize })
  return decoder(reader, {
    shape,
    finalNorm: 'layer',
    embeddings: plainEmbeddings(shape.hiddenSize, { positionRows: shape.maxPositions ?? 1024 }),
    layer: () => ({
      attention: attention(
        { ...shape, kvHeads: shape.heads },
        { fusedQkv: true, qkvBias: true, outBias: true },
      ),
      mlp: dense(size, { gated: false, bias: true }),
      norms: norms(shape.hiddenSize, 'layer', ['ln_1', 'ln_2']),
    }),
    names: {
      embedding: 'transformer.wte',
      positions: 'transformer.wpe',
      layers: 'transformer.h',
      finalNorm: 'transformer.ln_f',
      qkv: 'attn.c_attn',
      out: 'attn.c_proj',
      up: 'mlp.c_fc',
      down: 'mlp.c_proj',
    },
  })
}

function readGptNeoX(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, GPT_NEOX)
  const size = reader.integer('intermediate_size', { fallback: 24576, essential: true })
  const bias = reader.flag('attention_bias', true)
  return decoder(reader, {
    shape,
    finalNorm: 'layer',
    layer: () => ({
      attention: attention(
        { ...shape, kvHeads: shape.heads },
        { fusedQkv: true, qkvBias: bias, outBias: bias },
      ),
      mlp: dense(size, { gated: false, bias: true }),
      norms: norms(shape.hiddenSize, 'layer'),
    }),
    names: {
      embedding: 'gpt_neox.embed_in',
      layers: 'gpt_neox.layers',
      finalNorm: 'gpt_neox.final_layer_norm',
      qkv: 'attention.query_key_value',
      out: 'attention.dense',
      up: 'mlp.dense_h_to_4h',
      down: 'mlp.dense_4h_to_h',
      head: reader.architecture === null ? 'embed_out' : 'lm_head',
    },
  })
}
