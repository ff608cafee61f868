import type {
  EmbeddedText,
  Embedding,
  EmbeddingRole,
  TokenEmbedding,
} from '../embedding/embedding.ts'
import { spansOf } from './unpack-spans.ts'

/** Vectors of one model and role, by their text. */
export interface Kept<Of> {
  get(text: string): Of | undefined
  /** Keeps what the worker has done, and gives it back in the form of the caller. */
  put(text: string, done: EmbeddedText): Of
}

export interface VectorMemory {
  of(modelId: string, role: EmbeddingRole): Kept<Embedding>
  ofTokens(modelId: string, role: EmbeddingRole): Kept<TokenEmbedding>
}

/** A copy, so that no caller changes or gives away what is kept. */
const asEmbedding = ({ rows, tokens, readTo }: EmbeddedText): Embedding => ({
  vector: rows.slice(),
  tokens,
  readTo,
})

const asTokens = ({ rows, spans, tokens, readTo }: EmbeddedText): TokenEmbedding => ({
  rows: rows.slice(),
  spans: spansOf(spans),
  tokens,
  readTo,
})

/** Remembers vectors up to so many bytes; what was not used for the longest time goes first. */
export const createVectorMemory = (maxBytes: number): VectorMemory => {
  const entries = new Map<string, EmbeddedText>()
  let bytes = 0
  const sizeOf = (key: string, { rows, spans }: EmbeddedText) =>
    2 * key.length + rows.byteLength + spans.byteLength
  const forget = (key: string) => {
    const entry = entries.get(key)
    if (entry === undefined) return
    bytes -= sizeOf(key, entry)
    entries.delete(key)
  }
  const keep = (key: string, entry: EmbeddedText) => {
    forget(key)
    entries.set(key, entry)
    bytes += sizeOf(key, entry)
    for (const oldest of entries.keys()) {
      if (bytes <= maxBytes) return
      forget(oldest)
    }
  }
  const keptAs = <Of>(prefix: string, shape: (entry: EmbeddedText) => Of): Kept<Of> => ({
    get: (text) => {
      const key = `${prefix}${text}`
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      entries.delete(key)
      entries.set(key, entry)
      return shape(entry)
    },
    put: (text, done) => {
      keep(`${prefix}${text}`, done)
      return shape(done)
    },
  })
  return {
    of: (modelId, role) => keptAs(`${modelId} ${role} text `, asEmbedding),
    ofTokens: (modelId, role) => keptAs(`${modelId} ${role} tokens `, asTokens),
  }
}
