import type { Span } from './chunk.ts'
import { tokenRuler } from './ruler.ts'

/** Tokens of a text, and those that its chunks hold. */
export interface EmbeddedTokens {
  readonly text: number
  /** Of all chunks: what overlaps is embedded and stored twice. */
  readonly chunks: number
  /** `chunks - text` where the chunks cover the text. */
  readonly repeated: number
}

/**
 * How many tokens must be embedded and stored, with what chunks repeat of each other.
 *
 * @throws RangeError for a chunk outside the text.
 * @example
 * embeddedTokens('a b c', [{ start: 0, end: 3 }, { start: 2, end: 5 }],
 *   [{ start: 0, end: 1 }, { start: 2, end: 3 }, { start: 4, end: 5 }])
 * // { text: 3, chunks: 4, repeated: 1 }
 */
export function embeddedTokens(
  text: string,
  chunks: readonly Span[],
  tokenSpans: readonly Span[],
): EmbeddedTokens {
  const ruler = tokenRuler(text, tokenSpans)
  let [all, once, covered] = [0, 0, 0]
  for (const { start, end } of chunks) {
    if (start < 0 || end > text.length || end < start) {
      throw new RangeError(
        `A chunk lies from ${start} to ${end}; the text has ${text.length} units.`,
      )
    }
    all += ruler.units(start, end)
    if (end > covered) once += ruler.units(Math.max(start, covered), end)
    covered = Math.max(covered, end)
  }
  return { text: tokenSpans.length, chunks: all, repeated: all - once }
}
