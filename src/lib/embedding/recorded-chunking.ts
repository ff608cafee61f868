import type { ChunkOptions, ChunkStrategy, ChunkUnit } from '../chunking/chunk-options.ts'

/** How the corpora are cut in the recorded vectors, and at first in the labs. */
export const recordedChunking = {
  strategy: 'recursive',
  size: 800,
  overlap: 100,
  unit: 'characters',
} as const satisfies ChunkOptions

/** What decides the words of a passage: how the text is read, cut and headed. */
export interface PassageCut {
  readonly parsing: 'markdown' | 'plain' | 'page-text'
  readonly strategy: ChunkStrategy
  readonly size: number
  readonly overlap: number
  readonly unit: ChunkUnit
  readonly headingPrefix: boolean
}

/** A cut that is recorded beside `recordedChunking`. */
export interface RecordedCut extends PassageCut {
  /** Ids of the corpora that are cut so; null for all. */
  readonly corpora: readonly string[] | null
}

const asWritten = { parsing: 'markdown', unit: 'characters', headingPrefix: false } as const

/** The other cuts of the RAG lab's presets, each recorded in files of its own. */
export const recordedCuts: readonly RecordedCut[] = [
  { ...asWritten, strategy: 'recursive', size: 400, overlap: 0, corpora: null },
  { ...asWritten, strategy: 'characters', size: 400, overlap: 0, corpora: ['bench-supply'] },
  { ...asWritten, ...recordedChunking, parsing: 'page-text', corpora: ['bench-supply'] },
]

/**
 * The name of a cut, as its files of recorded vectors have it.
 *
 * @example cutName({ parsing: 'markdown', strategy: 'recursive', size: 400, overlap: 0, unit: 'characters', headingPrefix: false }) // 'markdown-recursive-400-0-characters'
 */
export function cutName(cut: PassageCut): string {
  const { parsing, strategy, size, overlap, unit, headingPrefix } = cut
  const name = [parsing, strategy, size, overlap, unit].join('-')
  return headingPrefix ? `${name}-headings` : name
}
