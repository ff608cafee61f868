import type { Candidates } from './candidates.ts'

/**
 * Entropy of the candidates' distribution.
 *
 * Formula: ln(total) - sum(weight x (logit - largest logit)) / total, which is -sum(p ln p).
 * Units: nats. Source: `typical-2022`.
 *
 * @example entropyOf(candidatesOf([0, 0])) // 0.6931471805599453
 */
export function entropyOf({ logits, weights, total }: Candidates): number {
  const largest = logits[0] ?? 0
  let mean = 0
  for (let index = 0; index < logits.length; index++) {
    mean += (weights[index] ?? 0) * ((logits[index] ?? 0) - largest)
  }
  return Math.max(0, Math.log(total) - mean / total)
}
