import type { Candidates } from '../candidates.ts'
import { requireMinKeep, requireNumber, requireShare } from '../check-parameters.ts'
import { entropyOf } from '../entropy-of.ts'
import { keptRange } from '../kept-range.ts'
import type { SamplerRules } from '../rules.ts'
import { MASS_TOLERANCE } from '../tolerance.ts'
import { holdsZero, typicalPOfZeros } from './typical-p-of-zeros.ts'

/**
 * Keeps the tokens whose surprise is nearest to the entropy until their mass reaches p; the most
 * probable token may fall. The nearest ones always lie side by side in the sorted list, so two
 * fingers that move apart find them without another sort.
 *
 * Formula: rank by |-ln(probability) - entropy|, take the fewest with mass >= p (llama.cpp: > p).
 * Units: p is a share of the probability mass, surprise in nats. Source: `typical-2022`.
 *
 * @throws RangeError when p is no number or the rules refuse it
 * @example typicalP(candidatesOf([0, 0, 0, 0]), { p: 0.3 }, exactRules).ids.length // 4: all equally typical
 */
export function typicalP(
  candidates: Candidates,
  { p, minKeep }: { readonly p: number; readonly minKeep?: number },
  rules: SamplerRules,
): Candidates {
  if (rules.pOutside === 'refuse') requireShare('typical_p', p)
  else requireNumber('typical_p', p)
  if (rules.typicalEnds === 'refuse' && (p <= 0 || p >= 1)) {
    throw new RangeError(`typical_p is ${p}; this engine wants more than 0 and less than 1.`)
  }
  const atLeast = requireMinKeep(minKeep)
  if (p >= 1) return candidates
  if (rules.typicalZeros === 'spoil' && holdsZero(candidates)) {
    return typicalPOfZeros(candidates, p, atLeast)
  }
  const { start, end } = typicalRange(candidates, p, atLeast, rules)
  return keptRange(candidates, start, end)
}

/** Where the typical tokens begin and end in the sorted list. */
function typicalRange(
  candidates: Candidates,
  p: number,
  atLeast: number,
  rules: SamplerRules,
): { readonly start: number; readonly end: number } {
  const { logits, weights, total } = candidates
  const expected = (logits[0] ?? 0) + Math.log(total) - entropyOf(candidates)
  const distance = (index: number) =>
    index < 0 || index >= logits.length ? Infinity : Math.abs((logits[index] ?? 0) - expected)
  const wanted =
    rules.typicalReach === 'at-least' ? p - MASS_TOLERANCE : p + (p > 0 ? MASS_TOLERANCE : 0)
  const isFull = (mass: number) =>
    rules.typicalReach === 'at-least' ? mass >= wanted * total : mass > wanted * total

  let end = firstAtMost(logits, expected)
  let start = end
  let mass = 0
  let last = 0
  while (end - start < logits.length) {
    const before = distance(start - 1)
    const after = distance(end)
    last = Math.min(before, after)
    mass += weights[before <= after ? start - 1 : end] ?? 0
    if (before <= after) start--
    else end++
    if (end - start >= atLeast && isFull(mass)) break
  }
  if (rules.typicalTies === 'exact-count') return { start, end }
  const limit = last + MASS_TOLERANCE * Math.max(1, Math.abs(expected))
  while (distance(start - 1) <= limit) start--
  while (distance(end) <= limit) end++
  return { start, end }
}

/** Place of the first logit that is not above a value. */
function firstAtMost(logits: Float64Array, value: number): number {
  let low = 0
  let high = logits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((logits[middle] ?? 0) > value) low = middle + 1
    else high = middle
  }
  return low
}
