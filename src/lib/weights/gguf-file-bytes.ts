import type { ModelSpec } from '../model/spec.ts'
import { ggufMetadataBytes } from './gguf-metadata-bytes.ts'
import type { GgufFileType } from './mix-recipes.ts'
import type { MixOptions } from './mix-types.ts'
import { weightBytes } from './weight-bytes.ts'

/**
 * Size of a GGUF file: its tensors by llama.cpp's recipe, and an estimate of its header.
 *
 * The tensors are exact (`llama-cpp-quant`), the header is fitted. Bytes. What llama.cpp prints as
 * 'file size' or 'model size' counts the tensors alone: use `weightBytes` for those.
 *
 * @example ggufFileBytes(llama31, 'Q4_K_M') // 4920734746, published 4920739232
 */
export function ggufFileBytes(
  spec: ModelSpec,
  fileType: GgufFileType,
  options: MixOptions & { readonly fileMetadataBytes?: number } = {},
): number {
  const fileMetadataBytes = options.fileMetadataBytes ?? ggufMetadataBytes(spec)
  return weightBytes(spec, fileType, { ...options, fileMetadataBytes })
}
