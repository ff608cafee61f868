import type { Candidates } from '../candidates.ts'
import { requireMinKeep, requireNumber } from '../check-parameters.ts'
import { keptRange } from '../kept-range.ts'
import { tieEnd } from '../tie-end.ts'
import { MASS_TOLERANCE } from '../tolerance.ts'
import { weightAtLeast } from '../weight-at-least.ts'

/**
 * Keeps the tokens whose probability is at least epsilon; where there are too few, the most probable
 * ones, with all that are equal to the last.
 *
 * Formula: probability >= epsilon.
 * Units: epsilon is a probability. Source: `truncation-2022`.
 *
 * @throws RangeError when epsilon is not between 0 and 1, both excluded
 * @example epsilonCutoff(candidatesOf([0, 0, Math.log(0.02)]), { epsilon: 0.05 }).ids.length // 2
 */
export function epsilonCutoff(
  candidates: Candidates,
  { epsilon, minKeep }: { readonly epsilon: number; readonly minKeep?: number },
): Candidates {
  return probabilityAtLeast(candidates, requireEpsilon('epsilon_cutoff', epsilon), minKeep)
}

/** @throws RangeError when the value is not between 0 and 1, both excluded */
export function requireEpsilon(name: string, epsilon: number): number {
  if (requireNumber(name, epsilon) <= 0 || epsilon >= 1) {
    throw new RangeError(`${name} is ${epsilon}; it must be more than 0 and less than 1.`)
  }
  return epsilon
}

/** Keeps the tokens of at least this probability, and never fewer than `minKeep`. */
export function probabilityAtLeast(
  candidates: Candidates,
  probability: number,
  minKeep?: number,
): Candidates {
  const atLeast = Math.min(candidates.ids.length, requireMinKeep(minKeep))
  const reached = weightAtLeast(candidates, probability * candidates.total * (1 - MASS_TOLERANCE))
  return keptRange(candidates, 0, Math.max(reached, tieEnd(candidates, atLeast)))
}
