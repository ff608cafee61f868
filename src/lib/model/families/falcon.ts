import type { ConfigReader } from '../config-reader.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { attention, dense, norms } from './parts.ts'
import { MAX_HEADS, readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const FALCON: ShapeDefaults = {
  vocab: 65024,
  hidden: 4544,
  layers: 32,
  heads: 71,
  kvHeads: null,
  headDim: 'ratio',
  positions: 2048,
  tied: true,
}

/** Falcon 7B to 180B. */
export const FALCON_FAMILIES: readonly Family[] = [
  { name: 'falcon', types: ['falcon', 'RefinedWeb', 'RefinedWebModel'], read: readFalcon },
]

/**
 * Key and value heads: `num_kv_heads` in the new decoder architecture, else 1 with `multi_query`,
 * else as many as query heads. Norms of a layer depend on whether its parts run side by side.
 */
function readFalcon(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, FALCON)
  const modern = reader.flag('new_decoder_architecture', reader.modelType === 'RefinedWeb')
  const bias = reader.flag('bias', false)
  const size = reader.integer('ffn_hidden_size', { fallback: 4 * shape.hiddenSize })
  return decoder(reader, {
    shape,
    finalNorm: 'layer',
    layer: () => ({
      attention: attention(
        { ...shape, kvHeads: readFalconKvHeads(reader, { heads: shape.heads, modern }) },
        { fusedQkv: true, qkvBias: bias, outBias: bias },
      ),
      mlp: dense(size, { gated: false, bias }),
      norms: norms(shape.hiddenSize, 'layer', normNames(reader, modern)),
    }),
    names: {
      embedding: 'transformer.word_embeddings',
      layers: 'transformer.h',
      finalNorm: 'transformer.ln_f',
      qkv: 'self_attention.query_key_value',
      out: 'self_attention.dense',
      up: 'mlp.dense_h_to_4h',
      down: 'mlp.dense_4h_to_h',
    },
  })
}

function readFalconKvHeads(
  reader: ConfigReader,
  input: { readonly heads: number; readonly modern: boolean },
): number {
  const { heads, modern } = input
  if (modern) {
    return reader.integer(['num_kv_heads', 'n_head_kv'], { fallback: heads, max: MAX_HEADS })
  }
  return reader.flag('multi_query', true) ? 1 : heads
}

function normNames(reader: ConfigReader, modern: boolean): readonly string[] {
  if (!reader.flag('parallel_attn', true)) return ['input_layernorm', 'post_attention_layernorm']
  const count = reader.integer('num_ln_in_parallel_attn', { fallback: modern ? 2 : 1 })
  return count === 2 ? ['ln_attn', 'ln_mlp'] : ['input_layernorm']
}
