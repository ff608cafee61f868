import { GgufError } from './gguf-error.ts'
import type { GgufHeader, GgufTensorInfo } from './gguf-header.ts'

/** A header in the form that the readers of its parts ask. */
export interface GgufContents {
  readonly architecture: string
  /** A number of `<architecture>.<key>`, else the fallback; without one it must be there. */
  readonly number: (key: string, fallback?: number) => number
  /** The same for keys that may give one number a layer. */
  readonly perLayer: (key: string, layer: number, fallback?: number) => number
  /** The raw value of `<architecture>.<key>`. */
  readonly value: (key: string) => ReturnType<GgufHeader['metadata']['get']>
  /** Tensors outside the layers by name. */
  readonly outer: ReadonlyMap<string, GgufTensorInfo>
  /** Tensors of each layer by the name behind 'blk.3.'. */
  readonly layers: readonly ReadonlyMap<string, GgufTensorInfo>[]
}

const mostLayers = 4096

/**
 * Sorts the tensors of a header into layers and gives access to its architecture's keys.
 *
 * Throws a GgufError when the architecture or a needed number is missing or absurd.
 *
 * @example ggufContents(header).number('block_count') // 32
 */
export function ggufContents(header: GgufHeader): GgufContents {
  const { metadata } = header
  const architecture = metadata.get('general.architecture')
  if (typeof architecture !== 'string' || architecture === '') {
    throw new GgufError("The file does not name its architecture ('general.architecture').")
  }
  const value = (key: string) => metadata.get(`${architecture}.${key}`)
  const number = (key: string, fallback?: number): number =>
    checked(`${architecture}.${key}`, firstNumber(value(key)) ?? fallback)
  const perLayer = (key: string, layer: number, fallback?: number): number => {
    const found = value(key)
    if (typeof found !== 'object' || found === null) return number(key, fallback)
    const entry = found.first[layer]
    return checked(`${architecture}.${key}`, typeof entry === 'number' ? entry : fallback)
  }
  const count = number('block_count')
  if (count > mostLayers) throw new GgufError(`The file claims ${count} layers.`)
  const { outer, layers } = sortTensors(header.tensors, count)
  return { architecture, number, perLayer, value, outer, layers }
}

function firstNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'object' || value === null || !('first' in value)) return undefined
  const first: unknown = Array.isArray(value.first) ? value.first[0] : undefined
  return typeof first === 'number' ? first : undefined
}

function checked(key: string, value: number | undefined): number {
  if (value === undefined) throw new GgufError(`The file lacks '${key}', a whole number.`)
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new GgufError(`'${key}' is ${value}; it must be a whole number from 0.`)
  }
  return value
}

function sortTensors(tensors: readonly GgufTensorInfo[], count: number) {
  const outer = new Map<string, GgufTensorInfo>()
  const layers = Array.from({ length: count }, () => new Map<string, GgufTensorInfo>())
  for (const tensor of tensors) {
    const match = /^blk\.(\d{1,5})\.(.+)$/.exec(tensor.name)
    const layer = layers[Number(match?.[1] ?? -1)]
    if (match === null) outer.set(tensor.name, tensor)
    else if (layer !== undefined) layer.set(match[2] ?? '', tensor)
  }
  return { outer, layers }
}

/** Weights of a tensor: the product of its dimensions. */
export function ggufElements({ dims }: Pick<GgufTensorInfo, 'dims'>): number {
  return dims.reduce((product, dim) => product * dim, 1)
}
