import type { Candidates } from '../candidates.ts'
import { entropyOf } from '../entropy-of.ts'
import { probabilityAtLeast, requireEpsilon } from './epsilon-cutoff.ts'

/**
 * Keeps the tokens whose probability is at least a cutoff that falls with the entropy.
 *
 * Formula: probability >= min(epsilon, sqrt(epsilon) x e^-entropy).
 * Units: epsilon is a probability, entropy in nats. Source: `truncation-2022`.
 *
 * @throws RangeError when epsilon is not between 0 and 1, both excluded
 * @example etaCutoff(candidatesOf([0, 0, 0, 0]), { epsilon: 0.25 }).ids.length // 4
 */
export function etaCutoff(
  candidates: Candidates,
  { epsilon, minKeep }: { readonly epsilon: number; readonly minKeep?: number },
): Candidates {
  requireEpsilon('eta_cutoff', epsilon)
  const eta = Math.min(epsilon, Math.sqrt(epsilon) * Math.exp(-entropyOf(candidates)))
  return probabilityAtLeast(candidates, eta, minKeep)
}
