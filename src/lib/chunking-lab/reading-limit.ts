import type { ReadingLimit } from './read-limit.ts'

/** A begin and an end mark stand around every text. */
const MARKS = 2

/**
 * What an embedder reads of a passage: its limit, and how much of it goes to its two marks and to
 * its prefix, whose tokens are words and single signs.
 *
 * @example readingLimit({ maxTokens: 512, prefixes: { passage: 'passage: ' } }) //=> { maxTokens: 512, reserved: 4 }
 */
export function readingLimit(embedder: {
  readonly maxTokens: number
  readonly prefixes: { readonly passage: string }
}): ReadingLimit {
  const prefix = embedder.prefixes.passage.match(/\p{L}+|[^\p{L}\s]/gu) ?? []
  return { maxTokens: embedder.maxTokens, reserved: MARKS + prefix.length }
}
