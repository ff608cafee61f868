import { AlignedWriter, type AlignedText } from './aligned-text.ts'

/**
 * A character with all that may join it under NFKC: marks, the vowels and finals of Hangul in their
 * three forms, and the half-width voicing marks of kana.
 */
const cluster = /[^][\p{M}\u1160-\u11ff\u3131-\u318e\uff9e-\uffdc]*/gu

/** Runs without a space; a space joins nothing but marks after it. */
const run = / ?[^ ]+| /gu

const plain = /^[\x20-\x7e]*$/

/**
 * A text under NFKC. Each cluster is normalised by itself; where that is not the same as normalising
 * the whole run of letters, the run comes as one.
 */
export const normalizeAligned = (source: AlignedText): AlignedText => {
  const { text, starts, ends } = source
  if (text.normalize('NFKC') === text) return source
  const writer = new AlignedWriter(text.length)
  const known = new Map<string, string>()
  const normalized = (piece: string): string => {
    const found = known.get(piece)
    if (found !== undefined) return found
    const made = piece.normalize('NFKC')
    known.set(piece, made)
    return made
  }
  const write = (piece: string, from: number, to: number) =>
    writer.write(piece, starts[from] ?? 0, ends[to - 1] ?? 0)
  for (const { 0: letters, index } of text.matchAll(run)) {
    const whole = plain.test(letters) ? letters : letters.normalize('NFKC')
    if (whole === letters) {
      writer.copy(source, index, index + letters.length)
      continue
    }
    const parts = [...letters.matchAll(cluster)].map((match) => ({
      from: index + match.index,
      to: index + match.index + match[0].length,
      piece: normalized(match[0]),
    }))
    if (parts.map(({ piece }) => piece).join('') !== whole)
      write(whole, index, index + letters.length)
    else for (const { piece, from, to } of parts) write(piece, from, to)
  }
  return writer.finish()
}
