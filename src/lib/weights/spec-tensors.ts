import { modelTensors } from '../model/model-tensors.ts'
import type { ModelSpec } from '../model/spec.ts'
import type { ModelTensor } from '../model/tensor.ts'

const known = new WeakMap<ModelSpec, readonly ModelTensor[]>()

/**
 * The tensors of a model, listed once for each spec: specs never change.
 *
 * @example specTensors(spec) === specTensors(spec) // true
 */
export function specTensors(spec: ModelSpec): readonly ModelTensor[] {
  const kept = known.get(spec)
  if (kept !== undefined) return kept
  const made = modelTensors(spec)
  known.set(spec, made)
  return made
}
