import type { Candidates } from './candidates.ts'
import { weighed } from './weighed.ts'

/**
 * Candidates whose logits were changed by something that keeps their order: rounding may have made
 * neighbours equal, which then go by id.
 *
 * Units: logits.
 *
 * @example ordered(Int32Array.of(1, 0), Float64Array.of(2, 2), 2).ids // Int32Array [0, 1]
 */
export function ordered(ids: Int32Array, logits: Float64Array, listed: number): Candidates {
  let sorted = ids
  for (let start = 0; start < logits.length;) {
    let end = start + 1
    let rising = true
    while (end < logits.length && logits[end] === logits[start]) {
      if ((ids[end] ?? 0) < (ids[end - 1] ?? 0)) rising = false
      end++
    }
    if (!rising) {
      if (sorted === ids) sorted = ids.slice()
      sorted.subarray(start, end).sort()
    }
    start = end
  }
  return weighed(sorted, logits, listed)
}
