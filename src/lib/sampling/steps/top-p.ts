import type { Candidates } from '../candidates.ts'
import { requireMinKeep, requireNumber, requireShare } from '../check-parameters.ts'
import { keptRange } from '../kept-range.ts'
import type { SamplerRules } from '../rules.ts'
import { tieEnd } from '../tie-end.ts'
import { tieStart } from '../tie-start.ts'
import { MASS_TOLERANCE } from '../tolerance.ts'

/**
 * Keeps the smallest set of most probable tokens whose mass reaches p. At least one token stays, so
 * p = 0 is greedy; p = 1 keeps everything.
 *
 * Formula: the fewest tokens with sum of probabilities >= p (Ollama: > p).
 * Units: p is a share of the probability mass. Source: `holtzman-2019`.
 *
 * @throws RangeError when p is no number, or outside 0 to 1 and the rules refuse that
 * @example topP(candidatesOf([0, 0, 0, 0]), { p: 0.5 }, exactRules).ids // Int32Array [0, 1]
 */
export function topP(
  candidates: Candidates,
  { p, minKeep }: { readonly p: number; readonly minKeep?: number },
  rules: SamplerRules,
): Candidates {
  if (rules.pOutside === 'refuse') requireShare('top_p', p)
  else requireNumber('top_p', p)
  const atLeast = requireMinKeep(minKeep)
  const { ids } = candidates
  if (p >= 1 && rules.topPOne === 'off') return candidates
  if (p >= 1) {
    return keptRange(candidates, 0, Math.max(aboveZero(candidates), Math.min(atLeast, ids.length)))
  }
  const reached = reachedAt(candidates, p, rules.topPReach)
  const count = Math.min(ids.length, Math.max(reached, atLeast))
  return rules.topPTies === 'higher-id'
    ? keepHigherIds(candidates, count)
    : keptRange(candidates, 0, count)
}

/** How many tokens have a probability above 0 in float64. */
function aboveZero({ weights, total }: Candidates): number {
  let count = weights.length
  while (count > 0 && (weights[count - 1] ?? 0) / total === 0) count--
  return count
}

/** How many tokens it takes until their mass reaches p. */
function reachedAt(
  { weights, total }: Candidates,
  p: number,
  reach: SamplerRules['topPReach'],
): number {
  const wanted = (reach === 'at-least' ? p - MASS_TOLERANCE : p + MASS_TOLERANCE) * total
  let mass = 0
  for (let index = 0; index < weights.length; index++) {
    mass += weights[index] ?? 0
    if (reach === 'at-least' ? mass >= wanted : mass > wanted) return index + 1
  }
  return weights.length
}

/** The first `count` candidates; where the cut falls between equal ones, the higher ids stay. */
function keepHigherIds(candidates: Candidates, count: number): Candidates {
  const end = tieEnd(candidates, count)
  const kept = keptRange(candidates, 0, count)
  if (end === count) return kept
  const start = tieStart(candidates, count)
  const ids = kept.ids.slice()
  ids.set(candidates.ids.subarray(end - (count - start), end), start)
  return { ...kept, ids }
}
