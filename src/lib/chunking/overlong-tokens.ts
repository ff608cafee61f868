import type { Span } from './chunk.ts'
import { firstAt } from './first-at.ts'

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
  const begins = tokenSpans.map(({ start }) => start)
  const first = firstAt(begins, chunk.start)
  const behind = firstAt(begins, chunk.end)
  const cut = first + Math.max(0, limit - added)
  const start = begins[cut]
  if (cut >= behind || start === undefined) return null
  return { start, end: chunk.end, tokens: behind - cut }
}
