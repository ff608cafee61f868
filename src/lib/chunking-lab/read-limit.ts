import type { Span } from '../chunking/chunk.ts'
import { firstTokenAt, type PackedSpans } from './token-index.ts'

/** What an embedder reads of a passage. */
export interface ReadingLimit {
  /** Most tokens, its own marks and prefix included. */
  readonly maxTokens: number
  /** How many of these are marks and prefix. */
  readonly reserved: number
}

/**
 * The place where an embedder stops reading a chunk, or null where it reads all of it: the start of
 * the first token beyond the limit, the marks and the prefix taken off.
 *
 * @example
 * stopsReadingAt({ tokens: new Uint32Array([0, 1, 1, 2, 2, 3]), chunk: { start: 0, end: 3 },
 *   limit: { maxTokens: 4, reserved: 2 } }) //=> 2
 */
export function stopsReadingAt(request: {
  readonly tokens: PackedSpans
  readonly chunk: Span
  readonly limit: ReadingLimit
}): number | null {
  const { tokens, chunk, limit } = request
  const first = firstTokenAt(tokens, chunk.start)
  const beyond = first + Math.max(0, limit.maxTokens - limit.reserved)
  const place = tokens[2 * beyond]
  return place === undefined || place >= chunk.end ? null : place
}
