import { ggmlTypes } from '../gguf/ggml-types.ts'
import type { GgmlTypeName } from '../gguf/ggml-types.ts'
import type { ModelSpec } from '../model/spec.ts'
import { mixModel } from './mix-model.ts'
import type { GgufFileType } from './mix-recipes.ts'
import { mixTypes } from './mix-types.ts'
import type { MixOptions } from './mix-types.ts'
import { specTensors } from './spec-tensors.ts'
import type { MixModel, StoredTensor } from './stored-tensor.ts'
import { storedTensors } from './stored-tensors.ts'

/** One tensor of the file with the type chosen for it. */
export interface LaidTensor extends StoredTensor {
  readonly type: GgmlTypeName
  readonly elements: number
  readonly bytes: number
}

const layouts = new WeakMap<ModelSpec, { tensors: readonly StoredTensor[]; model: MixModel }>()

function layout(spec: ModelSpec) {
  const known = layouts.get(spec)
  if (known !== undefined) return known
  const tensors = storedTensors(spec, specTensors(spec))
  const made = { tensors, model: mixModel(spec, tensors) }
  layouts.set(spec, made)
  return made
}

/**
 * Every tensor of the GGUF file of a model in a file type, with its storage type and bytes:
 * elements / elements of a block x bytes of a block.
 *
 * Source: `llama-cpp-quant`. Bytes; the list of a spec is kept, so that trying formats is cheap.
 *
 * @example ggufLayout(llama31, 'Q4_K_M').find(({ name }) => name === 'output.weight')?.type // 'Q6_K'
 */
export function ggufLayout(
  spec: ModelSpec,
  fileType: GgufFileType,
  options: MixOptions = {},
): readonly LaidTensor[] {
  const { tensors, model } = layout(spec)
  const types = mixTypes(tensors, model, fileType, options)
  return tensors.map((tensor, index) => {
    const type = types[index] ?? 'F32'
    const { blockElements, blockBytes } = ggmlTypes[type]
    const elements = tensor.dims.reduce((product, dim) => product * dim, 1)
    return { ...tensor, type, elements, bytes: (elements / blockElements) * blockBytes }
  })
}
