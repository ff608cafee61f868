import type { ChunkStrategy, ChunkUnit } from '../../chunking/chunk-options.ts'
import { STRATEGIES } from '../lab-state.ts'
import type { SweepSetting } from './sweep-setting.ts'

/** What a sweep tries: each strategy at each size. */
export interface SweepWish {
  readonly sizes: readonly number[]
  readonly strategies: readonly ChunkStrategy[]
  /** What the sizes count. */
  readonly unit: ChunkUnit
  /** Overlap as a share of the size, rounded to whole units, always below the size. */
  readonly overlapShare: number
  /** Characters of the text over its tokens, or null where nobody counted the tokens. */
  readonly charactersPerToken: number | null
}

/**
 * The settings of a sweep, strategy by strategy, sizes rising and each once. A strategy that counts
 * only characters or only tokens gets as many of its units as come to the size on average, so that
 * all stand on one axis; without a count of tokens such a strategy is left out.
 *
 * @example
 * sweepPlan({ sizes: [400], strategies: ['tokens'], unit: 'characters', overlapShare: 0.1,
 *   charactersPerToken: 4 }) // [{ strategy: 'tokens', axisSize: 400, size: 100, overlap: 10, … }]
 */
export function sweepPlan(wish: SweepWish): readonly SweepSetting[] {
  const sizes = [...new Set(wish.sizes)].sort((one, other) => one - other)
  return STRATEGIES.filter((strategy) => wish.strategies.includes(strategy)).flatMap((strategy) =>
    sizes.flatMap((axisSize) => settingOf(strategy, axisSize, wish)),
  )
}

function settingOf(
  strategy: ChunkStrategy,
  axisSize: number,
  { unit: wished, overlapShare, charactersPerToken }: SweepWish,
): readonly SweepSetting[] {
  const unit = strategy === 'tokens' || strategy === 'characters' ? strategy : wished
  const needsTokens = unit === 'tokens' || wished === 'tokens'
  if (needsTokens && charactersPerToken === null) return []
  const factor =
    unit === wished
      ? 1
      : unit === 'tokens'
        ? 1 / (charactersPerToken ?? 1)
        : (charactersPerToken ?? 1)
  const size = Math.max(1, Math.round(axisSize * factor))
  const overlap = Math.min(size - 1, Math.round(size * overlapShare))
  return [{ strategy, axisSize, size, overlap, unit }]
}
