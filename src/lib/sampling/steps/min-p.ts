import type { Candidates } from '../candidates.ts'
import { requireMinKeep, requireNumber, requireShare } from '../check-parameters.ts'
import { keptRange } from '../kept-range.ts'
import type { SamplerRules } from '../rules.ts'
import { weightAtLeast } from '../weight-at-least.ts'
import { MASS_TOLERANCE } from '../tolerance.ts'

/**
 * Keeps the tokens that are at least p times as probable as the most probable one.
 *
 * Formula: probability >= p x largest probability.
 * Units: p is a plain ratio. Source: `min-p-2024`.
 *
 * @throws RangeError when p is no number, or outside 0 to 1 and the rules refuse that
 * @example minP(candidatesOf([0, Math.log(0.5), Math.log(0.1)]), { p: 0.5 }, exactRules).ids.length // 2
 */
export function minP(
  candidates: Candidates,
  { p, minKeep }: { readonly p: number; readonly minKeep?: number },
  rules: SamplerRules,
): Candidates {
  if (rules.pOutside === 'refuse') requireShare('min_p', p)
  else requireNumber('min_p', p)
  const atLeast = requireMinKeep(minKeep)
  if (p <= 0) return candidates
  const reached = weightAtLeast(candidates, p * (1 - MASS_TOLERANCE))
  return keptRange(candidates, 0, Math.min(candidates.ids.length, Math.max(reached, atLeast)))
}
