import type { ModelSpec } from '../model/spec.ts'
import { isGgufFileType } from './mix-recipes.ts'
import { weightBytes } from './weight-bytes.ts'
import type { TensorFormat } from './weight-formats.ts'
import type { WeightOptions } from './weight-options.ts'

/**
 * Bytes of the tensors of a model's safetensors files: what their index calls `total_size`. The
 * headers, about 100 bytes a tensor, are not counted; `safetensorsHeaderBytes` does.
 *
 * Source: `safetensors-format`. Bytes; throws a RangeError for a GGUF type.
 *
 * @example safetensorsBytes(llama3, 'bf16') // 16060522496
 */
export function safetensorsBytes(
  spec: ModelSpec,
  format: TensorFormat,
  options: WeightOptions = {},
): number {
  const name: string = format
  if (isGgufFileType(name)) {
    throw new RangeError(`'${name}' is a GGUF type; safetensors files hold others, like 'bf16'.`)
  }
  return weightBytes(spec, format, options)
}
