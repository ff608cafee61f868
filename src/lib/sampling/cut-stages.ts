import type { SamplerResult } from './sampler-chain.ts'

/**
 * For every token id the place of the step that took it out, or -1 for a token that stayed to the
 * end; a token that was masked from the start has the place of no step: -2.
 *
 * Units: places of steps from 0.
 *
 * @example
 * cutStages(samplerChain([3, 2, 1], [{ name: 'top_k', k: 2 }]), 3) // Int16Array [-1, -1, 0]
 */
export function cutStages({ start, stages }: SamplerResult, vocabulary: number): Int16Array {
  const cut = new Int16Array(vocabulary).fill(-2)
  const mark = (ids: Int32Array, value: number) => {
    for (const id of ids) cut[id] = value
  }
  mark(start.ids, 0)
  stages.forEach(({ candidates }, stage) => mark(candidates.ids, stage + 1))
  for (let id = 0; id < vocabulary; id++) {
    if (cut[id] === stages.length) cut[id] = -1
  }
  return cut
}
