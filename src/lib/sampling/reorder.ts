import type { Candidates } from './candidates.ts'
import { weighed } from './weighed.ts'

/**
 * Changes the logits of the tokens that were seen and puts these few back in order among the many
 * that stay as they are.
 *
 * Units: logits; `seen` is an array by id, 0 for a token that stays.
 *
 * @throws RangeError when a changed logit overflows
 * @example reorder(candidatesOf([2, 1]), Uint32Array.of(1), (logit) => logit - 5).ids // Int32Array [1, 0]
 */
export function reorder(
  candidates: Candidates,
  seen: Uint32Array,
  change: (logit: number, id: number) => number,
): Candidates {
  const { ids, logits, listed } = candidates
  const moved: { readonly id: number; readonly logit: number }[] = []
  const stayed = new Int32Array(ids.length)
  let count = 0
  for (let index = 0; index < ids.length; index++) {
    const id = ids[index] ?? 0
    if ((seen[id] ?? 0) > 0) moved.push({ id, logit: finite(change(logits[index] ?? 0, id), id) })
    else stayed[count++] = index
  }
  if (moved.length === 0) return candidates
  moved.sort((one, other) => other.logit - one.logit || one.id - other.id)

  const nextIds = new Int32Array(ids.length)
  const nextLogits = new Float64Array(ids.length)
  let next = 0
  for (let index = 0, place = 0; place < ids.length; place++) {
    const position = stayed[index] ?? 0
    const id = ids[position] ?? 0
    const logit = logits[position] ?? 0
    const other = moved[next]
    const takeOther =
      other !== undefined &&
      (index >= count || other.logit > logit || (other.logit === logit && other.id < id))
    nextIds[place] = takeOther ? other.id : id
    nextLogits[place] = takeOther ? other.logit : logit
    if (takeOther) next++
    else index++
  }
  return weighed(nextIds, nextLogits, listed)
}

function finite(logit: number, id: number): number {
  if (Number.isFinite(logit)) return logit + 0
  throw new RangeError(`The penalties take the logit of token ${id} beyond all numbers.`)
}
