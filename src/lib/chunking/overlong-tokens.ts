import type { Span } from './chunk.ts'

/** The part of a chunk that an embedder does not read. */
export interface OverlongTokens extends Span {
  /** Tokens in that part. */
  readonly tokens: number
}

/** A chunk, the tokens of its text, and what an embedder reads at most. */
export interface OverlongQuestion {
  readonly chunk: Span
  /** Tokens of the whole text, in order. */
  readonly tokenSpans: readonly Span[]
  /** Most tokens that the embedder reads, with those that it adds itself. */
  readonly limit: number
  /** Tokens that it adds: a prefix such as "passage: ", and the marks for begin and end. */
  readonly added: number
}

/**
 * Which part of a chunk lies beyond an embedder's limit: from the token of number `limit - added` on.
 * Null when the embedder reads all of it.
 *
 * @throws RangeError for a limit or a number of added tokens that is no whole number of at least 0.
 * @example
 * overlongTokens({ chunk: { start: 0, end: 5 }, limit: 4, added: 2,
 *   tokenSpans: [{ start: 0, end: 1 }, { start: 2, end: 3 }, { start: 4, end: 5 }] })
 * // { start: 4, end: 5, tokens: 1 }
 */
export function overlongTokens(question: OverlongQuestion): OverlongTokens | null {
  const { chunk, tokenSpans, limit, added } = question
  for (const [name, value] of Object.entries({ limit, added })) {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(`${name} is ${value}; it must be a whole number of at least 0.`)
    }
  }
  const first = firstAt(tokenSpans, chunk.start)
  const behind = firstAt(tokenSpans, chunk.end)
  const cut = first + Math.max(0, limit - added)
  const start = tokenSpans[cut]?.start
  if (cut >= behind || start === undefined) return null
  return { start, end: chunk.end, tokens: behind - cut }
}

/** Index of the first token that begins at `offset` or behind it. */
function firstAt(tokenSpans: readonly Span[], offset: number): number {
  let [low, high] = [0, tokenSpans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokenSpans[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
