import type { Candidates } from './candidates.ts'
import { sum } from './sum.ts'

/**
 * Candidates from ids and logits that are already in order, with new weights.
 *
 * Formula: weight = e^(logit - largest logit).
 * Units: logits.
 *
 * @example weighed(Int32Array.of(1, 0), Float64Array.of(0, Math.log(0.5)), 2).total // 1.5
 */
export function weighed(ids: Int32Array, logits: Float64Array, listed: number): Candidates {
  const largest = logits[0] ?? 0
  const weights = new Float64Array(logits.length)
  for (let index = 0; index < logits.length; index++) {
    weights[index] = Math.exp((logits[index] ?? 0) - largest)
  }
  return { ids, logits, weights, total: sum(weights), listed }
}
