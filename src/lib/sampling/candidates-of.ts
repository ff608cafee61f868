import type { Candidates } from './candidates.ts'
import { checkLogits } from './check-logits.ts'
import { sortDescending } from './sort-descending.ts'
import { weighed } from './weighed.ts'

/**
 * The whole vocabulary as candidates: checked, sorted once, and weighed. A chain may be started from
 * this any number of times, for instance at every move of a slider.
 *
 * Formula: weight = e^(logit - largest logit); a token at minus infinity is no candidate.
 * Units: logits. Source: `holtzman-2019`.
 *
 * @throws RangeError when the logits are empty, hold NaN or plus infinity, or are all masked
 * @example candidatesOf([0, Math.log(3)]).ids // Int32Array [1, 0]
 */
export function candidatesOf(logits: ArrayLike<number>): Candidates {
  checkLogits(logits)
  const ids = new Int32Array(logits.length)
  const finite = new Float64Array(logits.length)
  let count = 0
  for (let id = 0; id < logits.length; id++) {
    const logit = logits[id] ?? 0
    if (logit === -Infinity) continue
    ids[count] = id
    finite[count] = logit
    count++
  }
  const order = sortDescending(finite.subarray(0, count))
  const sortedIds = new Int32Array(count)
  const sorted = new Float64Array(count)
  for (let place = 0; place < count; place++) {
    const position = order[place] ?? 0
    sortedIds[place] = ids[position] ?? 0
    sorted[place] = finite[position] ?? 0
  }
  return weighed(sortedIds, sorted, logits.length)
}
