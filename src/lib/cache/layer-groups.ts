import type { AttentionSpec, LayerSpec } from '../model/spec.ts'

/** Layers that cache alike: computed once, counted many times. */
export interface LayerGroup {
  readonly attention: AttentionSpec
  readonly layers: readonly number[]
}

const known = new WeakMap<readonly LayerSpec[], readonly LayerGroup[]>()

/**
 * Sorts a model's layers into groups that cache alike, in order of first appearance.
 *
 * A model has one to three such groups however many layers it has, so whatever is computed a group
 * is fast. The answer is remembered for each (immutable) list of layers.
 *
 * @example layerGroups(gemma3.layers).length // 2: sliding and full
 */
export function layerGroups(layers: readonly LayerSpec[]): readonly LayerGroup[] {
  const found = known.get(layers)
  if (found) return found
  const groups = new Map<string, { attention: AttentionSpec; layers: number[] }>()
  layers.forEach(({ attention }, index) => {
    const key = signature(attention)
    const group = groups.get(key)
    if (group) group.layers.push(index)
    else groups.set(key, { attention, layers: [index] })
  })
  const result = [...groups.values()]
  known.set(layers, result)
  return result
}

function signature(attention: AttentionSpec): string {
  switch (attention.kind) {
    case 'none':
      return 'none'
    case 'recurrent':
      return `r ${attention.convKernel} ${attention.convChannels} ${attention.stateElements}`
    case 'mla': {
      const { heads, kvLoraRank, nopeHeadDim, ropeHeadDim, valueHeadDim } = attention
      return `m ${heads} ${kvLoraRank} ${nopeHeadDim} ${ropeHeadDim} ${valueHeadDim}`
    }
    case 'full':
    case 'sliding': {
      const { heads, kvHeads, headDim, valueHeadDim } = attention
      const window = attention.kind === 'sliding' ? attention.window : 0
      return `a ${heads} ${kvHeads} ${headDim} ${valueHeadDim} ${window}`
    }
  }
}
