import type { CutSummary } from './cut.ts'
import type { ChunkingState } from './lab-state.ts'

/** What "set the widget until …" can be checked on: plain values. */
export type ChunkingFacts = Readonly<Record<string, string | number | boolean>>

/**
 * The plain facts of what the lab shows. Counts that nobody made are -1.
 *
 * @example chunkingFacts(state, summary).chunks // 14
 */
export function chunkingFacts(state: ChunkingState, summary: CutSummary): ChunkingFacts {
  const { corpus, strategy, size, overlap, unit, library, embedder, k, view } = state
  return {
    corpus,
    strategy,
    size,
    overlap,
    overlapShare: overlap / size,
    unit,
    library,
    embedder,
    k,
    view,
    chunks: summary.count,
    textCharacters: summary.textCharacters,
    textTokens: summary.textTokens ?? -1,
    embeddedCharacters: summary.embeddedCharacters,
    embeddedTokens: summary.embeddedTokens ?? -1,
    repeatedCharacters: summary.repeatedCharacters,
    repeatedTokens: summary.repeatedTokens ?? -1,
    longestCharacters: summary.longest,
    bareBoundaries: summary.bareBoundaries,
    overLimit: summary.overLimit,
    unreadTokens: summary.unreadTokens ?? -1,
  }
}
