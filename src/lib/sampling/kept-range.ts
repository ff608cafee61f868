import type { Candidates } from './candidates.ts'
import { sum } from './sum.ts'
import { weighed } from './weighed.ts'

/**
 * The candidates from one place up to another, without copying them. The engine's list shrinks with
 * them unless it only masks what is cut.
 *
 * Units: places from 0.
 *
 * @example keptRange(candidatesOf([2, 1, 0]), 0, 2).ids // Int32Array [0, 1]
 */
export function keptRange(
  candidates: Candidates,
  start: number,
  end: number,
  listed: number = end - start,
): Candidates {
  const { ids, logits, weights } = candidates
  if (start === 0 && end === ids.length) {
    return listed === candidates.listed ? candidates : { ...candidates, listed }
  }
  if (start > 0) return weighed(ids.subarray(start, end), logits.subarray(start, end), listed)
  const kept = weights.subarray(0, end)
  return {
    ids: ids.subarray(0, end),
    logits: logits.subarray(0, end),
    weights: kept,
    total: sum(kept),
    listed,
  }
}
