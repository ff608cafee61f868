/**
 * Bytes that a text takes in UTF-8.
 *
 * @example utf8Length('é') // 2
 */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/**
 * Text of UTF-8 bytes; a broken sequence becomes U+FFFD, a byte at a time.
 *
 * @example decodeUtf8(new Uint8Array([0xc3, 0xa9])) // 'é'
 */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const { code, length } = sequence(bytes, at)
    text += String.fromCodePoint(code)
    at += length
  }
  return text
}

const broken = { code: 0xfffd, length: 1 }

function sequence(bytes: Uint8Array, at: number): { code: number; length: number } {
  const first = bytes[at] ?? 0
  if (first < 0x80) return { code: first, length: 1 }
  const length = first >= 0xf0 && first < 0xf8 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  if (length === 0 || first >= 0xf8 || at + length > bytes.length) return broken
  let code = first & (0x7f >> length)
  for (let index = 1; index < length; index += 1) {
    const next = bytes[at + index] ?? 0
    if ((next & 0xc0) !== 0x80) return broken
    code = (code << 6) | (next & 0x3f)
  }
  const least = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0
  const surrogate = code >= 0xd800 && code <= 0xdfff
  return code < least || code > 0x10ffff || surrogate ? broken : { code, length }
}
