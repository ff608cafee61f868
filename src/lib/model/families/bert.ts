import type { ConfigReader } from '../config-reader.ts'
import type { ModuleNames } from '../spec.ts'
import { encoderHead, transformOf } from './encoder-head.ts'
import type { Family, FamilySpec } from './family.ts'
import { attention, dense, norms, plainEmbeddings } from './parts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const BERT: ShapeDefaults = {
  vocab: 30522,
  hidden: 768,
  layers: 12,
  heads: 12,
  kvHeads: null,
  headDim: 'ratio',
  positions: 512,
  tied: true,
}
const ROBERTA: ShapeDefaults = { ...BERT, vocab: 50265 }

/** BERT and its kin, used as embedders: learned positions, LayerNorm after each part, biases. */
export const BERT_FAMILIES: readonly Family[] = [
  { name: 'bert', types: ['bert'], read: (reader) => readBert(reader, BERT) },
  {
    name: 'roberta',
    types: ['roberta', 'camembert'],
    read: (reader) => readBert(reader, reader.modelType === 'roberta' ? ROBERTA : BERT),
  },
  {
    name: 'xlm-roberta',
    types: ['xlm-roberta', 'xlm_roberta'],
    read: (reader) => readBert(reader, BERT),
  },
]

function readBert(reader: ConfigReader, defaults: ShapeDefaults): FamilySpec {
  const shape = readShape(reader, defaults)
  const size = reader.integer('intermediate_size', { fallback: 3072, essential: true })
  const isBert = reader.modelType === 'bert'
  const bare = /Model$/.test(reader.architecture ?? 'Model')
  const prefix = bare ? '' : isBert ? 'bert.' : 'roberta.'
  return {
    kind: 'encoder',
    hiddenSize: shape.hiddenSize,
    vocabSize: shape.vocabSize,
    tied: shape.tied,
    maxPositions: shape.maxPositions,
    embeddings: plainEmbeddings(shape.hiddenSize, {
      positionRows: shape.maxPositions ?? 512,
      typeRows: reader.integer('type_vocab_size', { fallback: 2 }),
      norm: 'layer',
    }),
    layers: Array.from({ length: shape.layers }, () => ({
      attention: attention({ ...shape, kvHeads: shape.heads }, { qkvBias: true, outBias: true }),
      mlp: dense(size, { gated: false, bias: true }),
      norms: norms(shape.hiddenSize, 'layer', ['attention.output.LayerNorm', 'output.LayerNorm']),
    })),
    finalNorm: 'none',
    head: encoderHead(reader, {
      hiddenSize: shape.hiddenSize,
      pooler: true,
      transform: transformOf(true, 'layer'),
      bias: true,
      classifier: isBert ? 'pooler' : 'dense',
    }),
    names: bertNames(prefix, isBert),
  }
}

function bertNames(prefix: string, isBert: boolean): Partial<ModuleNames> {
  return {
    embedding: `${prefix}embeddings.word_embeddings`,
    positions: `${prefix}embeddings.position_embeddings`,
    types: `${prefix}embeddings.token_type_embeddings`,
    embeddingNorm: `${prefix}embeddings.LayerNorm`,
    layers: `${prefix}encoder.layer`,
    pooler: `${prefix}pooler.dense`,
    transform: isBert ? 'cls.predictions.transform.dense' : 'lm_head.dense',
    transformNorm: isBert ? 'cls.predictions.transform.LayerNorm' : 'lm_head.layer_norm',
    head: isBert ? 'cls.predictions.decoder' : 'lm_head.decoder',
    q: 'attention.self.query',
    k: 'attention.self.key',
    v: 'attention.self.value',
    out: 'attention.output.dense',
    up: 'intermediate.dense',
    down: 'output.dense',
  }
}
