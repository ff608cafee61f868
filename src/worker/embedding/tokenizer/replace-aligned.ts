import { AlignedWriter, type AlignedText } from './aligned-text.ts'

/** Replaces every match; what is put in comes from the range of the match. */
export const replaceAligned = (
  source: AlignedText,
  pattern: RegExp,
  content: string,
): AlignedText => {
  const writer = new AlignedWriter(source.text.length)
  let from = 0
  for (const { 0: match, index } of source.text.matchAll(pattern)) {
    writer.copy(source, from, index)
    const end = index + match.length
    writer.write(content, source.starts[index] ?? 0, source.ends[end - 1] ?? 0)
    from = end
  }
  if (from === 0) return source
  writer.copy(source, from, source.text.length)
  return writer.finish()
}
