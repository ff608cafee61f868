import { byteCursor } from './byte-cursor.ts'
import type { ByteCursor } from './byte-cursor.ts'
import { ggmlTypeById } from './ggml-types.ts'
import { GgufError } from './gguf-error.ts'
import type { GgufHeader, GgufTensorInfo, GgufValue } from './gguf-header.ts'
import { limits } from './gguf-limits.ts'
import { readValue } from './read-value.ts'

const magic = 0x46554747

/**
 * Reads the header of a GGUF file of version 2 or 3 from its first bytes: metadata and the list of
 * tensors, nothing of the weights.
 *
 * Source: the format's specification (`gguf-spec`). Throws a GgufError with a sentence for anything
 * that is no such header; its `neededBytes` is set when the bytes only end too early. No claimed
 * count is trusted for an allocation.
 *
 * @example parseGgufHeader(firstMiB, { fileBytes: 4920739232 }).tensors.length // 292
 */
export function parseGgufHeader(
  bytes: Uint8Array,
  options: { readonly fileBytes?: number } = {},
): GgufHeader {
  const cursor = byteCursor(bytes)
  const version = readVersion(cursor)
  const fileBytes = options.fileBytes ?? null
  const room = Math.min(fileBytes ?? limits.headerBytes, limits.headerBytes)
  const tensorCount = readCount(cursor, 'tensors', limits.tensors, room / limits.leastTensorBytes)
  const keyCount = readCount(cursor, 'metadata keys', limits.keys, room / limits.leastKeyBytes)

  const metadata = new Map<string, GgufValue>()
  for (let index = 0; index < keyCount; index += 1) {
    const key = cursor.text('the name of a key', limits.keyBytes)
    metadata.set(key, readValue(cursor, key))
  }
  const names = new Set<string>()
  const tensors: GgufTensorInfo[] = []
  for (let index = 0; index < tensorCount; index += 1) {
    const tensor = readTensor(cursor)
    if (names.has(tensor.name)) throw new GgufError(`Two tensors are called '${tensor.name}'.`)
    names.add(tensor.name)
    tensors.push(tensor)
  }
  const dataStart = cursor.align(alignment(metadata))
  return { version, metadata, tensors, dataStart, fileBytes }
}

function readVersion(cursor: ByteCursor): number {
  if (cursor.u32() !== magic) {
    throw new GgufError("This is no GGUF file: it does not begin with the letters 'GGUF'.")
  }
  const version = cursor.u32()
  if (version === 2 || version === 3) return version
  if ((version & 0xffff) === 0 && version !== 0) {
    throw new GgufError('This GGUF file is big-endian; only little-endian files are read here.')
  }
  throw new GgufError(`This GGUF file has version ${version}; versions 2 and 3 are read here.`)
}

function readCount(cursor: ByteCursor, what: string, most: number, fitting: number): number {
  const count = cursor.count(what)
  if (count > most || count > fitting) {
    throw new GgufError(
      `The file claims ${count.toLocaleString('en-US')} ${what}, more than its header can hold.`,
    )
  }
  return count
}

function readTensor(cursor: ByteCursor): GgufTensorInfo {
  const name = cursor.text("a tensor's name", limits.nameBytes)
  const dimCount = cursor.u32()
  if (dimCount < 1 || dimCount > limits.dims) {
    throw new GgufError(`Tensor '${name}' has ${dimCount} dimensions; 1 to 4 are possible.`)
  }
  const dims: number[] = []
  for (let index = 0; index < dimCount; index += 1) dims.push(cursor.count(`rows of '${name}'`))
  const elements = dims.reduce((product, dim) => product * dim, 1)
  if (elements < 1 || !Number.isSafeInteger(elements)) {
    throw new GgufError(`Tensor '${name}' has the impossible shape ${dims.join(' x ')}.`)
  }
  const id = cursor.u32()
  const type = ggmlTypeById(id)
  if (type === null) {
    throw new GgufError(`Tensor '${name}' has the storage type ${id}, which is not known here.`)
  }
  if ((dims[0] ?? 0) % type.blockElements !== 0) {
    throw new GgufError(
      `Tensor '${name}' has ${dims[0]} columns, which ${type.name} cannot store: its blocks hold ${type.blockElements}.`,
    )
  }
  return { name, dims, type: type.name, offset: cursor.count(`bytes before '${name}'`) }
}

function alignment(metadata: ReadonlyMap<string, GgufValue>): number {
  const value = metadata.get('general.alignment') ?? 32
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 2 ** 20) {
    throw new GgufError("'general.alignment' is not a usable number.")
  }
  return value
}
