import { GgufError } from './gguf-error.ts'
import type { GgufHeader } from './gguf-header.ts'
import { limits } from './gguf-limits.ts'
import { parseGgufHeader } from './parse-gguf-header.ts'

/** A file that is read in parts. */
export interface GgufSource {
  /** Bytes of the whole file. */
  readonly size: number
  /** Bytes from start up to, not including, end. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>
}

const mebibyte = 1024 * 1024
const prefixes = [1, 4, 16, limits.headerBytes / mebibyte].map((size) => size * mebibyte)

/**
 * Reads the header of a GGUF file from a prefix that grows as needed: 1, 4, 16, at most 64 MiB. The
 * weights, gigabytes of them, are never read.
 *
 * Throws a GgufError, as `parseGgufHeader` does, and when the header is longer than 64 MiB.
 *
 * @example (await readGgufHeader({ size: file.size, read })).metadata.get('general.name')
 */
export async function readGgufHeader(source: GgufSource): Promise<GgufHeader> {
  let needed = 0
  for (const prefix of prefixes) {
    if (prefix < needed && prefix < source.size) continue
    const end = Math.min(prefix, source.size)
    const bytes = await source.read(0, end)
    try {
      return parseGgufHeader(bytes, { fileBytes: source.size })
    } catch (error) {
      if (!(error instanceof GgufError) || error.neededBytes === null) throw error
      if (bytes.length < end) {
        throw new GgufError('The file could not be read to the end of its header.')
      }
      if (end === source.size) {
        throw new GgufError(
          `The file is cut off inside its header: ${error.message.replace('The header', 'it')}`,
        )
      }
      needed = error.neededBytes
    }
  }
  throw new GgufError('The header is longer than 64 MiB, which no model needs.')
}
