import { utf8Length } from '../gguf/utf8.ts'

/** A tensor as the header of a safetensors file lists it. */
export interface ListedTensor {
  readonly name: string
  /** As the format writes it: 'F32', 'F16', 'BF16', 'U8'. */
  readonly dtype: string
  readonly shape: readonly number[]
  readonly bytes: number
}

/**
 * Bytes of a safetensors file before its data: the length, 8 bytes, and a JSON object that names
 * each tensor's type, shape and offsets, padded to a multiple of 8.
 *
 * Source: `safetensors-format`. Bytes; tensors in the order of the file.
 *
 * @example safetensorsHeaderBytes([{ name: 'w', dtype: 'F32', shape: [2], bytes: 8 }]) // 96
 */
export function safetensorsHeaderBytes(tensors: readonly ListedTensor[]): number {
  let offset = 0
  const entries = tensors.map(({ name, dtype, shape, bytes }) => {
    const entry = { dtype, shape, data_offsets: [offset, offset + bytes] }
    offset += bytes
    return `${JSON.stringify(name)}:${JSON.stringify(entry)}`
  })
  const json = `{${['"__metadata__":{"format":"pt"}', ...entries].join(',')}}`
  return 8 + Math.ceil(utf8Length(json) / 8) * 8
}
