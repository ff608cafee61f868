import type { Candidates } from '../candidates.ts'
import { MASS_TOLERANCE } from '../tolerance.ts'
import { unsortedOrder } from '../unsorted-order.ts'
import { weighed } from '../weighed.ts'

/**
 * Whether the list holds a token of probability 0 in float32, whose logarithm times 0 is no number.
 *
 * @example holdsZero(candidatesOf([0, -200])) // true
 */
export function holdsZero({ ids, weights, total, listed }: Candidates): boolean {
  const smallest = Math.fround(weights[weights.length - 1] ?? 0)
  return listed > ids.length || Math.fround(smallest / total) === 0
}

/**
 * What llama.cpp's typical_p does once its list holds a token of probability 0: entropy and distances
 * are no numbers, so the list stays as the sort left it, about the most probable tokens first, and
 * is cut where the mass is more than p.
 *
 * Units: p is a share of the probability mass. Source: `llama-cpp-sampling`.
 *
 * @example typicalPOfZeros(candidatesOf([1, 0, -Infinity]), 0.5, 1).ids // Int32Array [0]
 */
export function typicalPOfZeros(candidates: Candidates, p: number, atLeast: number): Candidates {
  const { ids, logits, weights, total, listed } = candidates
  const order = unsortedOrder(listed)
  const wanted = p > 0 ? p + MASS_TOLERANCE : 0
  let mass = 0
  let end = 0
  while (end < listed) {
    mass += Math.fround((weights[order[end] ?? 0] ?? 0) / total)
    end++
    if (mass > wanted && end >= atLeast) break
  }
  const places = order.slice(0, end).filter((place) => place < ids.length)
  places.sort()
  if (places.length === 0) return candidates
  const keptIds = new Int32Array(places.length)
  const keptLogits = new Float64Array(places.length)
  places.forEach((place, index) => {
    keptIds[index] = ids[place] ?? 0
    keptLogits[index] = logits[place] ?? 0
  })
  return weighed(keptIds, keptLogits, end)
}
