/**
 * Text of UTF-8 bytes; every longest piece that could begin a character but does not go on becomes
 * one U+FFFD, as Python's `errors='replace'` and browsers do.
 *
 * Source: The Unicode Standard, section 3.9, table 3-7 and "U+FFFD substitution of maximal subparts".
 *
 * @example decodeUtf8Replacing([0xf0, 0x9f, 0x41]) // '\uFFFDA'
 */
export function decodeUtf8Replacing(bytes: ArrayLike<number>): string {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0
    const length = first < 0x80 ? 1 : first < 0xc2 || first > 0xf4 ? 0 : lengthOf(first)
    let code = length < 2 ? first : first & (0x7f >> length)
    let read = 1
    while (read < length && follows(first, read, bytes[at + read] ?? 0)) {
      code = (code << 6) | ((bytes[at + read] ?? 0) & 0x3f)
      read += 1
    }
    text += read === length ? String.fromCodePoint(code) : '\uFFFD'
    at += read
  }
  return text
}

function lengthOf(first: number): number {
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
}

/** Whether a byte may stand at `place` of a character that begins with `first`. */
function follows(first: number, place: number, byte: number): boolean {
  const low = place > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = place > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  return byte >= low && byte <= high
}
