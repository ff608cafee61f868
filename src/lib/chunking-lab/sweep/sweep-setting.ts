import type { Chunk } from '../../chunking/chunk.ts'
import type { ChunkStrategy, ChunkUnit } from '../../chunking/chunk-options.ts'

/** One way of cutting that a sweep tries. */
export interface SweepSetting {
  readonly strategy: ChunkStrategy
  /** Where it stands on the axis: the size in the unit of the sweep. */
  readonly axisSize: number
  /** What the chunker is given; a strategy that counts otherwise has its own unit. */
  readonly size: number
  readonly overlap: number
  readonly unit: ChunkUnit
}

/** A setting that was tried: its chunks, and which of them each question found. */
export interface SweptPoint {
  readonly setting: SweepSetting
  /** With their tokens, where these were counted. */
  readonly chunks: readonly Chunk[]
  /** For each question the places of chunks, best first; no more than were asked for. */
  readonly rankings: readonly (readonly number[])[]
}

/**
 * The short name of a setting in links and lists.
 *
 * @example settingName({ strategy: 'recursive', axisSize: 800 }) //=> 'recursive-800'
 */
export const settingName = ({
  strategy,
  axisSize,
}: Pick<SweepSetting, 'strategy' | 'axisSize'>): string => `${strategy}-${axisSize}`
