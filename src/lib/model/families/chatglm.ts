import type { ConfigReader } from '../config-reader.ts'
import type { ModuleNames } from '../spec.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { attention, dense, norms } from './parts.ts'
import { MAX_HEADS, readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const CHATGLM: ShapeDefaults = {
  vocab: 65024,
  hidden: 4096,
  layers: 28,
  heads: 32,
  kvHeads: null,
  headDim: 'ratio',
  positions: 2048,
  tied: false,
}

const NAMES: Partial<ModuleNames> = {
  embedding: 'transformer.embedding.word_embeddings',
  layers: 'transformer.encoder.layers',
  finalNorm: 'transformer.encoder.final_layernorm',
  head: 'transformer.output_layer',
  qkv: 'self_attention.query_key_value',
  out: 'self_attention.dense',
  gateUp: 'mlp.dense_h_to_4h',
  up: 'mlp.dense_h_to_4h',
  down: 'mlp.dense_4h_to_h',
}

/** ChatGLM and GLM-4 in the files that carry their own code. */
export const CHATGLM_FAMILIES: readonly Family[] = [
  {
    name: 'chatglm',
    types: ['chatglm'],
    read: (reader) =>
      reader.states('inner_hidden_size') ? readFirst(reader) : readChatGlm(reader),
  },
]

/**
 * From the second generation on: with `multi_query_attention`, the number of key and value heads
 * is `multi_query_group_num`, whatever `num_key_value_heads` says; the head dimension is
 * `kv_channels`.
 */
function readChatGlm(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, CHATGLM)
  const headDim = reader.integer('kv_channels', { fallback: shape.headDim })
  const grouped = reader.flag('multi_query_attention', reader.states('multi_query_group_num'))
  const kvHeads = grouped
    ? reader.integer('multi_query_group_num', { fallback: 1, max: MAX_HEADS })
    : shape.heads
  const bias = reader.flag('add_bias_linear', false)
  const kind = reader.flag('rmsnorm', true) ? 'rms' : 'layer'
  const size = reader.integer(['ffn_hidden_size', 'intermediate_size'], {
    fallback: 13696,
    essential: true,
  })
  return decoder(reader, {
    shape,
    finalNorm: reader.flag('post_layer_norm', true) ? kind : 'none',
    layer: () => ({
      attention: attention(
        { heads: shape.heads, kvHeads, headDim },
        { fusedQkv: true, qkvBias: bias || reader.flag('add_qkv_bias', false), outBias: bias },
      ),
      mlp: dense(size, { fusedGateUp: true, bias }),
      norms: norms(shape.hiddenSize, kind),
    }),
    names: NAMES,
  })
}

/** ChatGLM-6B: LayerNorm, biases, a plain feed-forward part and a tied head. */
function readFirst(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, { ...CHATGLM, vocab: 130528, tied: true })
  const size = reader.integer('inner_hidden_size', { fallback: 4 * shape.hiddenSize })
  return decoder(reader, {
    shape: { ...shape, tied: true },
    finalNorm: 'layer',
    layer: () => ({
      attention: attention(
        { ...shape, kvHeads: shape.heads },
        { fusedQkv: true, qkvBias: true, outBias: true },
      ),
      mlp: dense(size, { gated: false, bias: true }),
      norms: norms(shape.hiddenSize, 'layer'),
    }),
    names: {
      ...NAMES,
      embedding: 'transformer.word_embeddings',
      layers: 'transformer.layers',
      finalNorm: 'transformer.final_layernorm',
      head: 'lm_head',
      qkv: 'attention.query_key_value',
      out: 'attention.dense',
    },
  })
}
