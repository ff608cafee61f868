import type { Candidates } from './candidates.ts'

/**
 * What share of the distribution before a step its survivors held. A step that only changes logits
 * keeps everything: 1.
 *
 * Formula: sum of the survivors' probabilities before the step. Units: share of 1.
 *
 * @example keptMass(candidatesOf([0, 0]), keptRange(candidatesOf([0, 0]), 0, 1)) // 0.5
 */
export function keptMass(before: Candidates, after: Candidates): number {
  if (after.ids.length === before.ids.length) return 1
  const shift = Math.exp((after.logits[0] ?? 0) - (before.logits[0] ?? 0))
  return Math.min(1, (after.total * shift) / before.total)
}
