import { numberBytes } from './byte-cursor.ts'
import type { ByteCursor, NumberKind } from './byte-cursor.ts'
import { GgufError } from './gguf-error.ts'
import type { GgufScalar, GgufValue } from './gguf-header.ts'
import { limits } from './gguf-limits.ts'

const kinds: readonly (NumberKind | 'bool' | 'text' | 'array')[] = [
  'u8',
  'i8',
  'u16',
  'i16',
  'u32',
  'i32',
  'f32',
  'bool',
  'text',
  'array',
  'u64',
  'i64',
  'f64',
]

function kindOf(id: number, key: string): (typeof kinds)[number] {
  const kind = kinds[id]
  if (kind === undefined) throw new GgufError(`'${key}' has the unknown value type ${id}.`)
  return kind
}

/**
 * One value of the metadata. Long arrays are walked over, not kept.
 *
 * Throws a GgufError for unknown types, arrays in arrays in arrays, and counts that no header of
 * 64 MiB could hold.
 *
 * @example readValue(cursor, 'llama.block_count') // 32
 */
export function readValue(cursor: ByteCursor, key: string): GgufValue {
  const kind = kindOf(cursor.u32(), key)
  return kind === 'array' ? readArray(cursor, key, 1) : readScalar(cursor, kind, key)
}

function readScalar(
  cursor: ByteCursor,
  kind: Exclude<(typeof kinds)[number], 'array'>,
  key: string,
): GgufScalar {
  if (kind === 'bool') return cursor.u8() !== 0
  if (kind === 'text') return cursor.text(`the text of '${key}'`, limits.headerBytes)
  return cursor.number(kind)
}

function readArray(cursor: ByteCursor, key: string, depth: number): GgufValue {
  if (depth > limits.arrayDepth) throw new GgufError(`'${key}' nests arrays too deeply.`)
  const kind = kindOf(cursor.u32(), key)
  const length = cursor.count(`elements in '${key}'`)
  const least =
    kind === 'array' ? 12 : kind === 'text' ? 8 : kind === 'bool' ? 1 : numberBytes[kind]
  if (length * least > limits.headerBytes) {
    throw new GgufError(
      `The file claims ${length.toLocaleString('en-US')} elements in '${key}', more than a header can hold.`,
    )
  }
  const first: GgufScalar[] = []
  if (kind === 'array') {
    for (let index = 0; index < length; index += 1) readArray(cursor, key, depth + 1)
    return { length, first }
  }
  if (kind === 'text') {
    for (let index = 0; index < length; index += 1) {
      if (index < limits.keptTexts) first.push(readScalar(cursor, kind, key))
      else cursor.skip(cursor.count(`bytes in '${key}'`))
    }
    return { length, first }
  }
  const kept = Math.min(length, limits.keptNumbers)
  for (let index = 0; index < kept; index += 1) first.push(readScalar(cursor, kind, key))
  cursor.skip((length - kept) * least)
  return { length, first }
}
