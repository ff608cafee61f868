import type { LayerSpec, ModelSpec } from '../model/spec.ts'

/** Numbers of a model's shape that exercises and prose may name. */
const readers: Readonly<Record<string, (spec: ModelSpec) => number | null>> = {
  layers: (spec) => spec.layers.length,
  hiddenSize: (spec) => spec.hiddenSize,
  vocabSize: (spec) => spec.vocabSize,
  maxPositions: (spec) => spec.maxPositions,
  heads: (spec) => headShape(spec.layers)?.heads ?? null,
  kvHeads: (spec) => headShape(spec.layers)?.kvHeads ?? null,
  headDim: (spec) => headShape(spec.layers)?.headDim ?? null,
}

function headShape(layers: readonly LayerSpec[]) {
  for (const { attention } of layers) {
    if (attention.kind === 'full' || attention.kind === 'sliding') return attention
  }
  return null
}

/**
 * One number of a model's shape: layers, hiddenSize, vocabSize, maxPositions, heads, kvHeads or
 * headDim (of the first attention layer). Errors: RangeError when the model has no such number.
 *
 * @example modelField(llama3, 'kvHeads') //=> 8
 */
export function modelField(spec: ModelSpec, field: string): number {
  const read = Object.hasOwn(readers, field) ? readers[field] : undefined
  const value = read?.(spec) ?? null
  if (value !== null) return value
  const known = Object.keys(readers).join(', ')
  throw new RangeError(`model ${spec.id} has no number "${field}"; expected one of ${known}`)
}
