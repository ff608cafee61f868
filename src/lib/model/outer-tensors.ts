import type { ModelSpec, ModuleNames } from './spec.ts'
import type { ModelTensor } from './tensor.ts'
import { biasOf, linear, normTensors, single } from './tensor-parts.ts'

const OUTSIDE = -1

/** Token, position and type tables, their norm, and the projections around a narrow table. */
export function embeddingTensors(spec: ModelSpec, names: ModuleNames): readonly ModelTensor[] {
  const { hiddenSize, vocabSize, embeddings } = spec
  const { width, positionRows, typeRows, norm, projected } = embeddings
  const table = { layer: OUTSIDE, linear: false } as const
  return [
    single({ ...table, name: names.embedding, role: 'token-embedding', shape: [vocabSize, width] }),
    ...(positionRows === 0
      ? []
      : [
          single({
            ...table,
            name: names.positions,
            role: 'position-embedding',
            shape: [positionRows, hiddenSize],
          }),
        ]),
    ...(typeRows === 0
      ? []
      : [
          single({
            ...table,
            name: names.types,
            role: 'type-embedding',
            shape: [typeRows, hiddenSize],
          }),
        ]),
    ...normTensors({ name: names.embeddingNorm, kind: norm, layer: OUTSIDE, size: hiddenSize }),
    ...(projected ? projections(spec, names) : []),
  ]
}

function projections(spec: ModelSpec, names: ModuleNames): readonly ModelTensor[] {
  const { hiddenSize, embeddings } = spec
  const outside = {
    role: 'embedding-projection',
    layer: OUTSIDE,
    linear: false,
    adaptable: true,
  } as const
  return [
    single({ ...outside, name: names.projectIn, shape: [hiddenSize, embeddings.width] }),
    single({ ...outside, name: names.projectOut, shape: [embeddings.width, hiddenSize] }),
  ]
}

/** Last norm, output matrix where it is not tied, its bias, transform, pooler and extra heads. */
export function headTensors(spec: ModelSpec, names: ModuleNames): readonly ModelTensor[] {
  const { hiddenSize, vocabSize, head, tied, embeddings } = spec
  const outside = { layer: OUTSIDE } as const
  const matrix = {
    name: names.head,
    role: 'output',
    shape: [vocabSize, embeddings.width],
    adaptable: false,
  } as const
  return [
    ...normTensors({ ...outside, name: names.finalNorm, kind: spec.finalNorm, size: hiddenSize }),
    ...(head.pooler ? outsideLinear(names.pooler, hiddenSize, true) : []),
    ...(head.transform === null
      ? []
      : [
          ...outsideLinear(names.transform, hiddenSize, head.transform.bias),
          ...normTensors({
            ...outside,
            name: names.transformNorm,
            kind: head.transform.norm,
            size: hiddenSize,
          }),
        ]),
    ...(head.extra ?? []).map(({ name, shape, linear: isLinear, adaptable = false }) =>
      single({ ...outside, name, role: 'pooler', shape, linear: isLinear, adaptable }),
    ),
    ...(head.present && !tied ? [single({ ...outside, ...matrix })] : []),
    ...(head.present && head.bias
      ? [
          {
            ...biasOf({ ...outside, name: names.head, size: vocabSize }),
            role: 'output-bias' as const,
          },
        ]
      : []),
  ]
}

/** A square layer outside the blocks: quantisers leave it alone, LoRA may adapt it. */
function outsideLinear(name: string, size: number, bias: boolean): readonly ModelTensor[] {
  return linear({ name, role: 'pooler', layer: OUTSIDE, out: size, in: size, bias }).map(
    (tensor) => (tensor.linear ? { ...tensor, linear: false, adaptable: true } : tensor),
  )
}
