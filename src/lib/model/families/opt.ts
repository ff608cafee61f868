import type { ConfigReader } from '../config-reader.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { attention, dense, norms, plainEmbeddings } from './parts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const OPT: ShapeDefaults = {
  vocab: 50272,
  hidden: 768,
  layers: 12,
  heads: 12,
  kvHeads: null,
  headDim: 'ratio',
  positions: 2048,
  tied: true,
}

/** The position table has two rows more than positions: they stand for padding. */
const POSITION_OFFSET = 2

/** OPT; its 350M model embeds in 512 dimensions and projects to 1024. */
export const OPT_FAMILIES: readonly Family[] = [{ name: 'opt', types: ['opt'], read: readOpt }]

function readOpt(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, OPT)
  const size = reader.integer('ffn_dim', { fallback: 3072, essential: true })
  const width = reader.integer('word_embed_proj_dim', { fallback: shape.hiddenSize })
  const bias = reader.flag('enable_bias', true)
  const kind = reader.flag('layer_norm_elementwise_affine', true) ? 'layer' : 'none'
  const before = reader.flag('do_layer_norm_before', true)
  const removed = reader.flag('_remove_final_layer_norm', false)
  return decoder(reader, {
    shape,
    finalNorm: before && !removed ? kind : 'none',
    embeddings: plainEmbeddings(width, {
      positionRows: (shape.maxPositions ?? 2048) + POSITION_OFFSET,
      projected: width !== shape.hiddenSize,
    }),
    layer: () => ({
      attention: attention({ ...shape, kvHeads: shape.heads }, { qkvBias: bias, outBias: bias }),
      mlp: dense(size, { gated: false, bias }),
      norms: norms(shape.hiddenSize, kind, ['self_attn_layer_norm', 'final_layer_norm']),
    }),
    names: {
      embedding: 'model.decoder.embed_tokens',
      positions: 'model.decoder.embed_positions',
      projectIn: 'model.decoder.project_in',
      projectOut: 'model.decoder.project_out',
      layers: 'model.decoder.layers',
      finalNorm: 'model.decoder.final_layer_norm',
      out: 'self_attn.out_proj',
      up: 'fc1',
      down: 'fc2',
    },
  })
}
