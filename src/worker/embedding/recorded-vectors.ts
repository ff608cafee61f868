import { textHash } from '../../lib/embedding/text-hash.ts'
import type { Embedding } from './embedding.ts'

/** Vectors of texts of one role. */
export interface RecordedRows {
  /** `textHash` of each text. */
  readonly hashes: readonly string[]
  /** Tokens of each text, with prefix and special tokens, before the cut. */
  readonly tokens: readonly number[]
  /** Where the model stopped reading each text, or null. */
  readonly readTo: readonly (number | null)[]
  /** Base64 of one row of 32-bit floats a text, low byte first. */
  readonly rows: string
}

/**
 * What an embedder makes of a corpus, recorded in Chromium by scripts/record-vectors.mjs from the
 * very files that this site serves.
 */
export interface RecordedVectors {
  readonly model: string
  /** The model's identity, as `ModelFacts.checksum`. */
  readonly modelChecksum: string
  readonly corpus: string
  readonly dimensions: number
  /** The questions of the corpus and of the passages with instructions; none for another cut. */
  readonly query: RecordedRows
  /**
   * The chunks of its text as `recordedChunking` cuts it, in order, and the passages with
   * instructions; for another cut its passages.
   */
  readonly passage: RecordedRows
}

const floatsOf = (base64: string): Float32Array => {
  const letters = atob(base64)
  const bytes = new DataView(new ArrayBuffer(letters.length))
  for (let at = 0; at < letters.length; at++) bytes.setUint8(at, letters.charCodeAt(at))
  return Float32Array.from({ length: letters.length / 4 }, (_, at) =>
    bytes.getFloat32(4 * at, true),
  )
}

/** The recorded vectors of one role: looked up by the text itself, so that a changed text has none. */
export const recordedEmbeddings = (
  recorded: RecordedVectors,
  role: 'query' | 'passage',
): ((text: string) => Embedding | null) => {
  const { dimensions } = recorded
  const { hashes, tokens, readTo, rows } = recorded[role]
  const floats = floatsOf(rows)
  const places = new Map(hashes.map((hash, index) => [hash, index]))
  return (text) => {
    const index = places.get(textHash(text))
    return index === undefined
      ? null
      : {
          vector: floats.slice(index * dimensions, (index + 1) * dimensions),
          tokens: tokens[index] ?? 0,
          readTo: readTo[index] ?? null,
        }
  }
}
