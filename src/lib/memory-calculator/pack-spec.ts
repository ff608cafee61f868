import type { LayerSpec, ModelSpec } from '../model/spec.ts'

/** A ModelSpec in which equal layers stand once: `runs` says which layer comes how often, in order. */
export interface PackedSpec extends Omit<ModelSpec, 'layers'> {
  readonly kinds: readonly LayerSpec[]
  /** Index into `kinds` and how many such layers follow one another. */
  readonly runs: readonly (readonly [number, number])[]
}

/**
 * Packs a model for a page: 80 equal layers are one layer and the number 80.
 *
 * @example packSpec(llama3).runs //=> [[0, 32]]
 */
export function packSpec(spec: ModelSpec): PackedSpec {
  const { layers, ...rest } = spec
  const index = new Map<string, number>()
  const kinds: LayerSpec[] = []
  const runs: [number, number][] = []
  for (const layer of layers) {
    const text = JSON.stringify(layer)
    const kind = index.get(text) ?? kinds.push(layer) - 1
    index.set(text, kind)
    const last = runs.at(-1)
    if (last?.[0] === kind) last[1] += 1
    else runs.push([kind, 1])
  }
  return { ...rest, kinds, runs }
}

/**
 * Undoes `packSpec`. Equal layers are one object, which keeps later work on them cheap.
 *
 * @throws RangeError when a run names a layer that is not there.
 * @example unpackSpec(packSpec(llama3)).layers.length //=> 32
 */
export function unpackSpec(packed: PackedSpec): ModelSpec {
  const { kinds, runs, ...rest } = packed
  const layers = runs.flatMap(([kind, count]) => {
    const layer = kinds[kind]
    if (layer === undefined) throw new RangeError(`unpackSpec: there is no layer kind ${kind}`)
    return new Array<LayerSpec>(count).fill(layer)
  })
  return { ...rest, layers }
}
