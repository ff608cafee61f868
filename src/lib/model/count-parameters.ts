import { modelTensors } from './model-tensors.ts'
import type { ModelSpec } from './spec.ts'
import type { ModelTensor } from './tensor.ts'

/** Parameters of a model and of its parts; tied weights count once. */
export interface ParameterCount {
  readonly total: number
  /** Parameters that work on one token: total - routed + routed x k / E, layer by layer. */
  readonly active: number
  /** The input token table. */
  readonly embedding: number
  /** A separate output matrix, 0 when it is tied or absent. */
  readonly outputHead: number
  /** Weights and biases of all routed experts. */
  readonly routedExperts: number
  /** Correction biases that transformers keeps as a buffer; not in total. */
  readonly routerBuffer: number
  /** Position and token-type tables. */
  readonly otherEmbeddings: number
  /** Everything inside the layers, experts included. */
  readonly layers: number
}

/**
 * Counts the parameters of a model: the sum of rows x columns x count over its tensors.
 *
 * Source: transformers (key transformers-code). Units: parameters.
 *
 * @example countParameters(parseModelConfig({ model_type: 'gpt2' })).total //=> 124439808
 */
export function countParameters(spec: ModelSpec): ParameterCount {
  const tensors = modelTensors(spec)
  const roles = (...wanted: readonly string[]) =>
    sum(tensors.filter(({ role }) => wanted.includes(role)))
  const routed = tensors.filter((tensor) => tensor.routed === true)
  const total = sum(tensors)
  return {
    total,
    active: total - sum(routed) + sum(routed.map(onlyActive)),
    embedding: roles('token-embedding'),
    outputHead: roles('output'),
    routedExperts: sum(routed),
    routerBuffer: spec.layers
      .map(({ mlp }) => (mlp.kind === 'experts' ? mlp.routerBuffer : 0))
      .reduce((whole, part) => whole + part, 0),
    otherEmbeddings: roles('position-embedding', 'type-embedding'),
    layers: sum(tensors.filter(({ layer }) => layer >= 0)),
  }
}

/**
 * Elements of a tensor entry: the product of its shape, times the count of equal ones.
 *
 * @example tensorElements({ shape: [4, 3], count: 2 }) //=> 24
 */
export function tensorElements(tensor: Pick<ModelTensor, 'shape' | 'count'>): number {
  return tensor.shape.reduce((product, size) => product * size, tensor.count)
}

function onlyActive(tensor: ModelTensor): ModelTensor {
  return { ...tensor, count: tensor.active }
}

function sum(tensors: readonly ModelTensor[]): number {
  return tensors.reduce((whole, tensor) => whole + tensorElements(tensor), 0)
}
