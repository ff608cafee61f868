import type { ConfigReader } from '../config-reader.ts'
import { encoderHead, transformOf } from './encoder-head.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds } from './layer-kinds.ts'
import { attention, dense, norms, plainEmbeddings } from './parts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const MODERNBERT: ShapeDefaults = {
  vocab: 50368,
  hidden: 768,
  layers: 22,
  heads: 12,
  kvHeads: null,
  headDim: 'ratio',
  positions: 8192,
  tied: true,
}
const NOMIC: ShapeDefaults = {
  ...MODERNBERT,
  vocab: 30528,
  layers: 12,
  headDim: null,
  positions: 2048,
}

/** Encoders with rotary positions and a gated feed-forward part. */
export const MODERN_ENCODER_FAMILIES: readonly Family[] = [
  { name: 'modernbert', types: ['modernbert'], read: readModernBert },
  { name: 'nomic_bert', types: ['nomic_bert'], read: readNomicBert },
]

/**
 * ModernBERT: two layers of three see `local_attention` tokens, half of them on each side; the
 * first layer has no norm before its attention.
 */
function readModernBert(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, MODERNBERT)
  const size = reader.integer('intermediate_size', { fallback: 1152, essential: true })
  const norm = reader.flag('norm_bias', false) ? 'layer' : 'layer-no-bias'
  const bias = reader.flag('attention_bias', false)
  const every = reader.integer('global_attn_every_n_layers', { fallback: 3 })
  const local = reader.integer('local_attention', { fallback: 128 })
  const window = Math.floor(local / 2) * 2 + 1
  const kinds = layerKinds(reader, shape.layers, (index) =>
    index % every === 0 ? 'full' : 'sliding',
  )
  const prefix = /Model$/.test(reader.architecture ?? 'Model') ? '' : 'model.'
  return {
    kind: 'encoder',
    hiddenSize: shape.hiddenSize,
    vocabSize: shape.vocabSize,
    tied: shape.tied,
    maxPositions: shape.maxPositions,
    embeddings: plainEmbeddings(shape.hiddenSize, { norm }),
    layers: Array.from({ length: shape.layers }, (_, index) => ({
      attention: attention(
        { ...shape, kvHeads: shape.heads },
        {
          fusedQkv: true,
          qkvBias: bias,
          outBias: bias,
          window: kinds[index] === 'sliding' ? window : null,
        },
      ),
      mlp: dense(size, { fusedGateUp: true, bias: reader.flag('mlp_bias', false) }),
      norms: norms(shape.hiddenSize, norm, index === 0 ? ['mlp_norm'] : ['attn_norm', 'mlp_norm']),
    })),
    finalNorm: norm,
    head: encoderHead(reader, {
      hiddenSize: shape.hiddenSize,
      pooler: false,
      transform: transformOf(reader.flag('classifier_bias', false), norm),
      bias: reader.flag('decoder_bias', true),
      classifier: 'transform',
    }),
    names: {
      embedding: `${prefix}embeddings.tok_embeddings`,
      embeddingNorm: `${prefix}embeddings.norm`,
      layers: `${prefix}layers`,
      finalNorm: `${prefix}final_norm`,
      head: 'decoder',
      qkv: 'attn.Wqkv',
      out: 'attn.Wo',
      gateUp: 'mlp.Wi',
      down: 'mlp.Wo',
    },
  }
}

/** Nomic's embedder; its own files use GPT-2's field names. */
function readNomicBert(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, NOMIC)
  const size = reader.integer(['intermediate_size', 'n_inner'], { fallback: 3072 })
  const prefix = /Model$/.test(reader.architecture ?? 'Model') ? '' : 'nomic_bert.'
  return {
    kind: 'encoder',
    hiddenSize: shape.hiddenSize,
    vocabSize: shape.vocabSize,
    tied: shape.tied,
    maxPositions: shape.maxPositions,
    embeddings: plainEmbeddings(shape.hiddenSize, {
      typeRows: reader.integer('type_vocab_size', { fallback: 2, min: 0 }),
      norm: 'layer',
    }),
    layers: Array.from({ length: shape.layers }, () => ({
      attention: attention({ ...shape, kvHeads: shape.heads }),
      mlp: dense(size),
      norms: norms(shape.hiddenSize, 'layer', ['post_attention_layernorm', 'post_mlp_layernorm']),
    })),
    finalNorm: 'none',
    head: encoderHead(reader, {
      hiddenSize: shape.hiddenSize,
      pooler: false,
      transform: transformOf(true, 'layer'),
      bias: true,
      classifier: 'pooler',
    }),
    names: {
      embedding: `${prefix}embeddings.word_embeddings`,
      types: `${prefix}embeddings.token_type_embeddings`,
      embeddingNorm: `${prefix}embeddings.LayerNorm`,
      layers: `${prefix}layers`,
      transform: 'cls.predictions.transform.dense',
      transformNorm: 'cls.predictions.transform.layer_norm',
      head: 'cls.predictions.decoder',
    },
  }
}
