import type { ModelTensor, TensorRole } from './tensor.ts'
import type { ModuleNames, NormKind } from './spec.ts'

/** Where the tensors of one layer stand. */
export interface LayerPlace {
  readonly layer: number
  /** Path of the layer with its dot: 'model.layers.3.'. */
  readonly prefix: string
  readonly names: ModuleNames
  readonly hiddenSize: number
}

/** A linear layer: its matrix and, where it has one, its bias. */
export function linear(input: {
  readonly name: string
  readonly role: TensorRole
  readonly layer: number
  readonly out: number
  readonly in: number
  readonly bias?: boolean
}): readonly ModelTensor[] {
  const { name, role, layer, bias = false } = input
  const matrix = single({ name, role, layer, shape: [input.out, input.in], linear: true })
  return bias ? [matrix, biasOf({ name, layer, size: input.out })] : [matrix]
}

/** A tensor that stands once and works on every token. */
export function single(
  input: Pick<ModelTensor, 'name' | 'role' | 'layer' | 'shape'> & Partial<ModelTensor>,
): ModelTensor {
  return { count: 1, active: 1, linear: false, ...input }
}

export function biasOf(input: {
  readonly name: string
  readonly layer: number
  readonly size: number
}): ModelTensor {
  const { name, layer, size } = input
  return single({ name: `${name}.bias`, role: 'bias', layer, shape: [size] })
}

/** The vectors of a norm: weight, and bias for a full LayerNorm. */
export function normTensors(input: {
  readonly name: string
  readonly kind: NormKind
  readonly layer: number
  readonly size: number
}): readonly ModelTensor[] {
  const { name, kind, layer, size } = input
  if (kind === 'none') return []
  const weight = single({ name, role: 'norm', layer, shape: [size] })
  return kind === 'layer' ? [weight, biasOf({ name, layer, size })] : [weight]
}
