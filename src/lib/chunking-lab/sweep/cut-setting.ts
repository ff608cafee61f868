import type { Chunk, Span } from '../../chunking/chunk.ts'
import { chunkText } from '../../chunking/chunk-text.ts'
import { usedThreshold } from '../used-threshold.ts'
import type { SweepSetting } from './sweep-setting.ts'

/** What a setting needs of the text beside the text itself. */
export interface SweepText {
  readonly text: string
  readonly language: string
  /** Where its tokens lie, or null where nobody counted them. */
  readonly tokenSpans: readonly Span[] | null
  /** Semantic only: distance of each sentence to the next, and where a cut falls, or null. */
  readonly distances: readonly number[] | null
  readonly threshold: number | null
}

/**
 * Cuts a text by this course's own chunker, as the lab or one setting of a sweep says.
 *
 * @throws RangeError when the chunker refuses the setting, or misses tokens or distances
 * @example cutSetting(source, { strategy: 'recursive', size: 800, overlap: 80, unit: 'characters' })
 */
export function cutSetting(
  source: SweepText,
  setting: Omit<SweepSetting, 'axisSize'>,
): readonly Chunk[] {
  const { text, language, tokenSpans, distances, threshold } = source
  const { strategy, size, overlap, unit } = setting
  return chunkText(text, {
    strategy,
    size,
    overlap,
    unit,
    language,
    ...(tokenSpans !== null && { tokenSpans }),
    ...(strategy === 'semantic' && {
      threshold: usedThreshold(threshold, distances ?? []),
      distances: distances ?? [],
    }),
  })
}
