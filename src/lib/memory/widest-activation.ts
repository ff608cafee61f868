import type { LayerSpec } from '../model/spec.ts'

const known = new WeakMap<readonly LayerSpec[], number>()

/**
 * Numbers that one token needs at the widest point of any layer's MLP.
 *
 * The intermediate size of a dense layer; of a mixture, the size of its experts that work on the
 * token and of its shared experts together.
 *
 * @example widestActivation(gptOss20b.layers) // 11520: 4 experts of 2880
 */
export function widestActivation(layers: readonly LayerSpec[]): number {
  const found = known.get(layers)
  if (found !== undefined) return found
  let widest = 0
  for (const { mlp } of layers) {
    if (mlp.kind === 'dense') widest = Math.max(widest, mlp.intermediateSize)
    if (mlp.kind === 'experts') {
      widest = Math.max(widest, mlp.expertsPerToken * mlp.expertSize + mlp.sharedSize)
    }
  }
  known.set(layers, widest)
  return widest
}
