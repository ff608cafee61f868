const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Writes bytes in the alphabet that addresses carry without escapes (RFC 4648 section 5, no
 * padding).
 *
 * @example bytesToBase64url(new Uint8Array([255, 254])) //=> '__4'
 */
export function bytesToBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const bits = (a << 16) | (b << 8) | c
    const letters = Math.min(bytes.length - at, 3) + 1
    for (let i = 0; i < letters; i++) text += LETTERS.charAt((bits >> (18 - 6 * i)) & 63)
  }
  return text
}

/**
 * Reads what `bytesToBase64url` wrote; null when the text holds any other letter.
 *
 * @example base64urlToBytes('__4') //=> Uint8Array [255, 254]
 */
export function base64urlToBytes(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  for (let at = 0, byte = 0; at < text.length; at += 4) {
    let bits = 0
    for (let i = 0; i < 4; i++)
      bits = (bits << 6) | Math.max(0, LETTERS.indexOf(text.charAt(at + i) || 'A'))
    for (const shift of [16, 8, 0]) if (byte < bytes.length) bytes[byte++] = (bits >> shift) & 255
  }
  return bytes
}
