import type { ConfigReader } from '../config-reader.ts'
import type { EmbeddingSpec, LayerSpec, ModuleNames, NormKind } from '../spec.ts'
import type { FamilySpec } from './family.ts'
import { LLAMA_NAMES } from '../module-names.ts'
import { decoderHead, isBareModel, plainEmbeddings } from './parts.ts'
import type { Shape } from './read-shape.ts'

/** Puts the parts of a decoder together: `layer` is called once for each layer. */
export function decoder(
  reader: ConfigReader,
  input: {
    readonly shape: Pick<Shape, 'vocabSize' | 'hiddenSize' | 'layers' | 'maxPositions' | 'tied'>
    readonly layer: (index: number) => LayerSpec
    readonly finalNorm?: NormKind
    readonly embeddings?: EmbeddingSpec
    readonly headBias?: boolean
    readonly names?: Partial<ModuleNames>
  },
): FamilySpec {
  const { shape, layer, finalNorm = 'rms', headBias = false } = input
  const head = decoderHead(reader, { hiddenSize: shape.hiddenSize, bias: headBias })
  return {
    kind: 'decoder',
    hiddenSize: shape.hiddenSize,
    vocabSize: shape.vocabSize,
    tied: shape.tied,
    maxPositions: shape.maxPositions,
    embeddings: input.embeddings ?? plainEmbeddings(shape.hiddenSize),
    layers: Array.from({ length: shape.layers }, (_, index) => layer(index)),
    finalNorm,
    head,
    names: isBareModel(reader)
      ? withoutPrefix({ ...LLAMA_NAMES, ...input.names })
      : (input.names ?? {}),
  }
}

/** In a bare `…Model` the paths start one step further in: 'layers.0' and not 'model.layers.0'. */
function withoutPrefix(names: ModuleNames): ModuleNames {
  const inner = (path: string) => path.slice(path.indexOf('.') + 1)
  return {
    ...names,
    embedding: inner(names.embedding),
    positions: inner(names.positions),
    projectIn: inner(names.projectIn),
    projectOut: inner(names.projectOut),
    layers: inner(names.layers),
    finalNorm: inner(names.finalNorm),
  }
}
