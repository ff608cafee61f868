import type { Span } from './chunk.ts'
import { characterRuler, tokenRuler } from './ruler.ts'

/** What two neighbouring chunks share. */
export interface MeasuredOverlap {
  /** Code points in both chunks; 0 where they only touch. */
  readonly characters: number
  /** Tokens that begin in both, where the tokens of the text are given. */
  readonly tokens?: number
}

/**
 * What each chunk really shares with the next: one entry less than there are chunks.
 *
 * `max(0, end of the chunk - start of the next)`, counted in code points and tokens.
 *
 * @throws RangeError for chunks that are not in the order of their starts.
 * @example
 * measuredOverlaps('abcdef', [{ start: 0, end: 4 }, { start: 3, end: 6 }]) // [{ characters: 1 }]
 */
export function measuredOverlaps(
  text: string,
  chunks: readonly Span[],
  tokenSpans?: readonly Span[],
): readonly MeasuredOverlap[] {
  const characters = characterRuler(text)
  const tokens = tokenSpans === undefined ? undefined : tokenRuler(text, tokenSpans)
  return chunks.slice(1).map((chunk, index) => {
    const before = chunks[index] ?? chunk
    if (chunk.start < before.start) {
      throw new RangeError(
        `Chunk ${index + 1} begins at ${chunk.start}, before the one before it; chunks must be in order.`,
      )
    }
    const end = Math.max(chunk.start, Math.min(before.end, chunk.end))
    return {
      characters: characters.units(chunk.start, end),
      ...(tokens !== undefined && { tokens: tokens.units(chunk.start, end) }),
    }
  })
}
