import { AlignedWriter, type AlignedText } from './aligned-text.ts'

/** Puts for each code point what `replacement` gives for it; asked once for each. */
export const mapCodePoints = (
  source: AlignedText,
  replacement: (char: string) => string,
  known: Map<number, string>,
): AlignedText => {
  const { text, starts, ends } = source
  const writer = new AlignedWriter(text.length)
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0
    const width = codePoint > 0xffff ? 2 : 1
    let piece = known.get(codePoint)
    if (piece === undefined) {
      piece = replacement(text.slice(at, at + width))
      known.set(codePoint, piece)
    }
    if (piece !== '') writer.write(piece, starts[at] ?? 0, ends[at + width - 1] ?? 0)
    at += width
  }
  return writer.finish()
}
