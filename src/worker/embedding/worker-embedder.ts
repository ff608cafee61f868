import { ModelError } from '../model-error.ts'
import type { EmbeddingModelFacts } from '../models.ts'
import type { EmbeddedText, EmbeddingRole, Reading } from './embedding.ts'

export interface EmbedRequest {
  readonly texts: readonly string[]
  readonly role: EmbeddingRole
  readonly of: 'text' | 'tokens'
  readonly signal: AbortSignal
  readonly onBatch: (batch: readonly EmbeddedText[]) => void
}

/** An embedder inside the worker. */
export interface WorkerEmbedder {
  readonly dimensions: number
  readonly maxTokens: number
  /** Start, end and id of each token of a text, one after the other. */
  tokenSpans(text: string): Int32Array<ArrayBuffer>
  read(text: string, role: EmbeddingRole): Reading
  embed(request: EmbedRequest): Promise<void>
  dispose(): Promise<void>
}

/** An embedder from files that transformers.js finds in its cache. */
export const openEmbedder = (
  model: EmbeddingModelFacts,
  _tokenizerJson: string,
): Promise<WorkerEmbedder> =>
  Promise.reject(new ModelError('failed', `${model.name} cannot be opened yet.`))
