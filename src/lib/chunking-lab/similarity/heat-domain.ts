import type { PairSummary } from './pair-summary.ts'

/** Steps of the scale, in hundredths, and up to which spread of the cosines each is used. */
const STEPS = [
  { step: 1, upTo: 0.1 },
  { step: 2, upTo: 0.25 },
  { step: 5, upTo: Infinity },
]

/**
 * From which cosine to which the colours go: the pairs that there are, rounded outwards to whole
 * steps, so that a model whose cosines lie close together still shows its differences.
 *
 * @example heatDomain({ lowest: 0.312, highest: 0.93 }) // [0.3, 0.95]
 */
export function heatDomain({
  lowest,
  highest,
}: Pick<PairSummary, 'lowest' | 'highest'>): readonly [number, number] {
  const step = STEPS.find(({ upTo }) => highest - lowest <= upTo)?.step ?? 5
  // 1e-4: a cosine that is a step but for rounding stays on it.
  const low = Math.floor((100 * lowest) / step + 1e-4)
  const high = Math.max(low + 1, Math.ceil((100 * highest) / step - 1e-4))
  return [(low * step) / 100, (high * step) / 100]
}
