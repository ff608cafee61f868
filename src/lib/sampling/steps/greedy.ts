import type { Candidates } from '../candidates.ts'
import { keptRange } from '../kept-range.ts'

/**
 * Keeps the most probable token only; of equal ones the lowest id.
 *
 * Units: none. Source: `llama-cpp-sampling`.
 *
 * @example greedy(candidatesOf([1, 3, 3])).ids // Int32Array [1]
 */
export function greedy(candidates: Candidates): Candidates {
  return keptRange(candidates, 0, 1, candidates.listed)
}
