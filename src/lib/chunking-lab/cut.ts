import type { ChunkUnit } from '../chunking/chunk-options.ts'
import type { LabChunk } from './lab-chunk.ts'
import type { ChunkingState } from './lab-state.ts'
import type { ReadingLimit } from './read-limit.ts'
import type { PackedSpans } from './token-index.ts'

/** The settings that decide where a text is cut. */
export type CutSettings = Pick<
  ChunkingState,
  | 'library'
  | 'strategy'
  | 'size'
  | 'overlap'
  | 'unit'
  | 'threshold'
  | 'splitter'
  | 'keepSeparator'
  | 'language'
>

/** Everything that a cut is made from; plain data, so that a worker can do it. */
export interface CutRequest {
  readonly text: string
  readonly settings: CutSettings
  /** Where the text's tokens lie, or null where nobody has cut it into tokens. */
  readonly tokens: PackedSpans | null
  /** Distance of each sentence to the next, or null; only the semantic strategy asks. */
  readonly distances: readonly number[] | null
  readonly limit: ReadingLimit
}

/** How long the chunks are, counted in bins. */
export interface SizeBin {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** All chunks in a few numbers; characters are code points, tokens null where not counted. */
export interface CutSummary {
  readonly count: number
  readonly textCharacters: number
  readonly textTokens: number | null
  /** Sum over all chunks: what is embedded. */
  readonly embeddedCharacters: number
  readonly embeddedTokens: number | null
  /** What neighbours share. */
  readonly repeatedCharacters: number
  readonly repeatedTokens: number | null
  /** Boundaries between chunks that share nothing. */
  readonly bareBoundaries: number
  /** Of the text, what is in no chunk. */
  readonly lostCharacters: number
  readonly shortest: number
  readonly longest: number
  readonly mean: number
  /** Chunks that the embedder does not read to their end, and the tokens that it leaves. */
  readonly overLimit: number
  readonly unreadTokens: number | null
  readonly oversize: number
  /** Chunks that a library changed so that they are no range of the text. */
  readonly changed: number
  readonly bins: readonly SizeBin[]
  readonly binUnit: ChunkUnit
}

/** What a cut gives. */
export interface Cut {
  /** All chunks, or the first `MOST_CHUNKS`; `summary.count` counts all. */
  readonly chunks: readonly LabChunk[]
  readonly summary: CutSummary
}

/** A page holds no more chunks than this one by one. */
export const MOST_CHUNKS = 20_000
