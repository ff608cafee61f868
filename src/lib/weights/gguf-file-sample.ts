import { parseModelConfig } from '../model/parse-model-config.ts'
import type { GgufFileType } from './mix-recipes.ts'
import type { MixOptions } from './mix-types.ts'
import { ggufVocabulary } from './gguf-vocabulary.ts'
import type { GgufVocabularyId } from './gguf-vocabulary.ts'
import { weightBytes } from './weight-bytes.ts'

/** A published GGUF file with the configuration of its model. */
export interface GgufFile extends MixOptions {
  readonly id: string
  readonly model: string
  readonly config: Readonly<Record<string, unknown>>
  readonly quant: GgufFileType
  /** Size of the whole file. */
  readonly bytes: number
}

/** What a published file tells of its header. */
export interface GgufFileSample {
  readonly id: string
  readonly model: string
  /** Null where no vocabulary of the list is its own. */
  readonly vocabulary: GgufVocabularyId | null
  readonly vocabSize: number
  readonly fileBytes: number
  /** File less the tensors that the recipe gives: the header with its vocabulary. */
  readonly headerBytes: number
}

/**
 * The header of a published GGUF file: its size less the bytes of its tensors.
 *
 * Bytes. Throws a RangeError when the tensors alone are larger than the file, for then the row or
 * the recipe is wrong.
 *
 * @example ggufFileSample({ id, model, config, quant: 'Q4_K_M', bytes: 4920739232 }).headerBytes // 7840776
 */
export function ggufFileSample(file: GgufFile): GgufFileSample {
  const { id, model, config, quant, bytes, ...options } = file
  const spec = parseModelConfig(config)
  const headerBytes = bytes - weightBytes(spec, quant, options)
  if (headerBytes <= 0) {
    throw new RangeError(
      `The tensors of ${id} take more than its ${bytes} bytes; check its type and size.`,
    )
  }
  const { vocabSize } = spec
  return { id, model, vocabulary: ggufVocabulary(spec), vocabSize, fileBytes: bytes, headerBytes }
}
