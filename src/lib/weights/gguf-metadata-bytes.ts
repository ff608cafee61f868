import type { ModelSpec } from '../model/spec.ts'
import { fittedGgufMetadata } from './gguf-metadata-constants.ts'
import { ggufVocabulary } from './gguf-vocabulary.ts'

/**
 * Estimate of a GGUF file's bytes beside its tensors: the vocabulary with its scores, types and
 * merges, which is nearly all of the header: tokens x bytes a token.
 *
 * Fitted on the sizes of published files (`gguf-published-files`) by
 * scripts/fit/fit-gguf-metadata.mjs, which says how well it holds. Bytes.
 *
 * @example ggufMetadataBytes(llama31) // about 7.8 million
 */
export function ggufMetadataBytes(spec: Pick<ModelSpec, 'vocabSize' | 'family'>): number {
  const id = ggufVocabulary(spec)
  const { usual, vocabularies } = fittedGgufMetadata
  const { bytesPerToken } = id === null ? usual : vocabularies[id]
  return Math.round(spec.vocabSize * bytesPerToken)
}
