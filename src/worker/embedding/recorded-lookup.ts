import { findEmbeddingModel } from '../models.ts'
import type { Embedding } from './embedding.ts'
import { recordedEmbeddings, type RecordedVectors } from './recorded-vectors.ts'

type Lookup = (text: string) => Embedding | null

/** Recorded vectors of both roles, looked up by the text that was embedded. */
export interface RecordedLookup {
  readonly passage: Lookup
  readonly query: Lookup
}

/**
 * A recording to look texts up in; null where other files than those that this site serves made it,
 * for their vectors are not this model's.
 */
export const recordedLookup = (recorded: RecordedVectors): RecordedLookup | null =>
  findEmbeddingModel(recorded.model)?.checksum === recorded.modelChecksum
    ? {
        passage: recordedEmbeddings(recorded, 'passage'),
        query: recordedEmbeddings(recorded, 'query'),
      }
    : null
