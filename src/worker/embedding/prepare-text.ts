import type { EmbeddingRole, Reading } from './embedding.ts'
import type { EmbedderTokenizer } from './tokenizer/open-tokenizer.ts'

/** A text as it goes into the model. */
export interface PreparedText extends Reading {
  /** Rows of the model's output that are tokens of the text itself: from this one, ... */
  readonly firstRow: number
  /** ... as many as there are spans: start, end and id of each, one after the other. */
  readonly spans: Int32Array<ArrayBuffer>
}

interface PrepareOptions {
  readonly tokenizer: EmbedderTokenizer
  readonly prefixes: { readonly query: string; readonly passage: string }
  readonly maxTokens: number
  readonly role: EmbeddingRole
}

/**
 * Trims a text, puts its prefix before it, and cuts its tokens at the limit, so that the closing
 * special token is always there. A bare text goes in as it stands.
 */
export const prepareText = (text: string, options: PrepareOptions): PreparedText => {
  const { tokenizer, prefixes, maxTokens, role } = options
  const { opening, closing } = tokenizer
  const prefix = role === 'bare' ? '' : prefixes[role]
  const body = role === 'bare' ? text : text.trim()
  const trimmed = role === 'bare' ? 0 : text.length - text.trimStart().length
  const packed = tokenizer.tokenize(`${prefix}${body}`)
  const count = packed.length / 3
  const kept = Math.min(count, maxTokens - opening.length - closing.length)
  const place = (end: number) => Math.max(0, end - prefix.length) + (body === '' ? 0 : trimmed)

  const ids: number[] = [...opening]
  for (let token = 0; token < kept; token++) ids.push(packed[3 * token + 2] ?? 0)
  ids.push(...closing)

  let first = 0
  const prefixEnd = prefix.trimEnd().length
  while (first < kept && (packed[3 * first + 1] ?? 0) <= prefixEnd && prefix !== '') first++
  const spans = body === '' ? new Int32Array() : packed.slice(3 * first, 3 * kept)
  for (let at = 0; at < spans.length; at += 3) {
    spans[at] = place(spans[at] ?? 0)
    spans[at + 1] = place(spans[at + 1] ?? 0)
  }
  return {
    tokens: count + opening.length + closing.length,
    readTo: kept < count ? place(packed[3 * kept - 2] ?? 0) : null,
    ids,
    firstRow: opening.length + first,
    spans,
  }
}
