import type { Span } from '../../lib/chunking/chunk.ts'

/**
 * What a text is to an embedder: it decides the prefix. A 'bare' text goes in exactly as it stands,
 * without prefix and untrimmed.
 */
export type EmbeddingRole = 'query' | 'passage' | 'bare'

/** A token of a text and where it lies: `text.slice(start, end)`, in UTF-16 units. */
export interface TokenSpan extends Span {
  readonly id: number
}

/** What a model reads of a text. */
export interface Reading {
  /** Tokens of the text with prefix and special tokens, before the cut at the limit. */
  readonly tokens: number
  /** Offset in the text at which the model stops reading, or null when it reads it whole. */
  readonly readTo: number | null
  /** The ids that go into the model: prefix, special tokens and cut included. */
  readonly ids: readonly number[]
}

/** A text as a vector of length 1. */
export interface Embedding extends Omit<Reading, 'ids'> {
  readonly vector: Float32Array
}

/** The tokens of a text as vectors of length 1 each; prefix and special tokens are left out. */
export interface TokenEmbedding extends Omit<Reading, 'ids'> {
  /** Row after row, as many as there are spans. */
  readonly rows: Float32Array
  /** The token of each row and where it lies in the text. */
  readonly spans: readonly TokenSpan[]
}

/** Texts that are done, out of those asked for; texts from memory are done at once. */
export interface EmbedProgress {
  readonly done: number
  readonly total: number
}

/** What a loaded embedder says of itself. */
export interface LoadedEmbedder {
  readonly dimensions: number
  /** Most tokens that it reads of a text, prefix and special tokens included. */
  readonly maxTokens: number
  readonly threads: number
  /** One sentence for the reader when something is less than it could be, or null. */
  readonly notice: string | null
}

/** One text that the worker has done. */
export interface EmbeddedText extends Omit<Reading, 'ids'> {
  /** Its place among the texts of the call. */
  readonly index: number
  /** One row, or one for each token. */
  readonly rows: Float32Array<ArrayBuffer>
  /** Of tokens: start, end and id of each, one after the other. */
  readonly spans: Int32Array<ArrayBuffer>
}
