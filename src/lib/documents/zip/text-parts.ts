import { documentLimits } from '../limits.ts'
import type { Problem } from '../document-problem.ts'
import { packageKind } from './package-kind.ts'
import { zipEntries, type ZipEntry } from './zip-entries.ts'

/** Hands an entry's bytes on piece by piece as they unpack; stops when the piece is refused. */
export type Unpack = (entry: ZipEntry, onPiece: (piece: Uint8Array) => boolean) => void

/** The parts of a DOCX that carry text, unpacked, or why it is not opened. */
export type TextParts =
  { readonly parts: Readonly<Record<string, Uint8Array>> } | { readonly problem: Problem }

/**
 * Unpacks the text parts of a DOCX and counts what really comes out, whatever the archive claims:
 * past the limits of size, ratio or number it is refused. Pictures are not unpacked at all.
 *
 * @example textParts(new Uint8Array(0), unpack) //=> { problem: { code: 'broken', format: 'DOCX' } }
 */
export function textParts(bytes: Uint8Array, unpack: Unpack): TextParts {
  const entries = zipEntries(bytes)
  if (entries === null) return broken
  if (entries.length > documentLimits.entries) return bomb
  const kind = packageKind(entries.map(({ name }) => name))
  if (kind !== 'docx') return { problem: { code: 'not-docx', found: kind } }
  const wanted = entries.filter(({ name }) => /\.(xml|rels)$/.test(name))
  if (wanted.some(({ encrypted }) => encrypted))
    return { problem: { code: 'locked', format: 'DOCX' } }
  const parts: Record<string, Uint8Array> = {}
  let total = 0
  for (const entry of wanted) {
    const pieces: Uint8Array[] = []
    let length = 0
    let fits = true
    unpack(entry, (piece) => {
      length += piece.length
      total += piece.length
      fits = total <= documentLimits.unpackedBytes && ratioFits(length, entry)
      if (fits) pieces.push(piece)
      return fits
    })
    if (!fits) return bomb
    parts[entry.name] = joined(pieces, length)
  }
  return { parts }
}

const broken: TextParts = { problem: { code: 'broken', format: 'DOCX' } }
const bomb: TextParts = { problem: { code: 'bomb' } }

const ratioFits = (length: number, { start, end }: ZipEntry) =>
  length <= documentLimits.ratioFrom || length <= (end - start) * documentLimits.ratio

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
