import { thresholdOf } from '../chunking/threshold-of.ts'

/** Where libraries cut by meaning: this share of the distances, in per cent, lies below the cut. */
export const USUAL_PERCENTILE = 95

/**
 * The distance above which the semantic strategy cuts: the one that was set, or else the 95th
 * percentile of the text's own distances. No fixed distance suits two embedders: neighbours that
 * are 0.6 apart for one are 0.15 apart for another.
 *
 * @example usedThreshold(null, [0.1, 0.2, 0.3]) //=> 0.29
 */
export const usedThreshold = (threshold: number | null, distances: readonly number[]): number =>
  threshold ?? Math.max(0, Math.min(2, thresholdOf(distances, USUAL_PERCENTILE)))
