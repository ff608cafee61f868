import { quantile } from '../speed/quantile.ts'
import type { GgufFileSample } from './gguf-file-sample.ts'
import { ggufVocabularies } from './gguf-vocabulary.ts'
import type { GgufVocabularyId } from './gguf-vocabulary.ts'

/** What one token of a vocabulary takes in a header, and how many files of how many models say so. */
export interface FittedVocabulary {
  readonly bytesPerToken: number
  readonly files: number
  readonly models: number
}

export interface GgufMetadataFit {
  readonly vocabularies: ReadonlyMap<GgufVocabularyId, FittedVocabulary>
  /** For vocabularies that the list lacks; null when there is nothing to fit it on. */
  readonly usual: { readonly bytesPerToken: number; readonly vocabularies: number } | null
}

/**
 * Fits the bytes that one token takes in the header of a GGUF file: for each vocabulary the median
 * over its files of header bytes / tokens; for all others the median over the byte-pair ones.
 *
 * Medians, so that one file with a long chat template moves nothing. Rounded to 0.1 byte a token,
 * 26 kB in the largest vocabulary. Vocabularies without a file are left out. Bytes a token.
 *
 * @example fitGgufMetadata(samples).vocabularies.get('kimi') // { bytesPerToken: 42.3, files: 1, models: 1 }
 */
export function fitGgufMetadata(samples: readonly GgufFileSample[]): GgufMetadataFit {
  const vocabularies = new Map<GgufVocabularyId, FittedVocabulary>()
  for (const { id } of ggufVocabularies) {
    const own = samples.filter(({ vocabulary }) => vocabulary === id)
    const bytesPerToken = median(own.map(({ headerBytes, vocabSize }) => headerBytes / vocabSize))
    if (bytesPerToken === null) continue
    const models = new Set(own.map(({ model }) => model)).size
    vocabularies.set(id, { bytesPerToken, files: own.length, models })
  }
  const paired = ggufVocabularies.flatMap(({ id, bytePair }) => {
    const fitted = bytePair ? vocabularies.get(id) : undefined
    return fitted === undefined ? [] : [fitted.bytesPerToken]
  })
  const usual = median(paired)
  return {
    vocabularies,
    usual: usual === null ? null : { bytesPerToken: usual, vocabularies: paired.length },
  }
}

function median(numbers: readonly number[]): number | null {
  const middle = quantile(numbers, 0.5)
  return middle === null ? null : Math.round(middle * 10) / 10
}
