/** A text and the encoding it was in. */
export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

export type TextEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030' | 'windows-1252'

/** Decodes strictly: null where the bytes are not of that encoding. A mark of byte order is dropped. */
export type Decoder = (bytes: Uint8Array, encoding: TextEncoding) => string | null

/** How much of a file is looked at to tell text from other bytes. */
const SAMPLE = 65_536
/** Control characters that no text has, at most this share of it. */
const CONTROL_SHARE = 0.005
/** In GB18030, Chinese characters take two bytes that are mostly both above 127. */
const PAIRED_SHARE = 0.8

/**
 * Reads text: UTF-8, or UTF-16 by its mark or its pattern of zeros, else GB18030 where the high
 * bytes come in pairs, else windows-1252; null where it is no text at all.
 *
 * @example decodeText(new Uint8Array([0xe9, 0x20]), decode)?.encoding //=> 'windows-1252'
 */
export function decodeText(bytes: Uint8Array, decode: Decoder): DecodedText | null {
  const as = (encoding: TextEncoding): DecodedText | null => {
    const text = decode(bytes, encoding)
    return text === null || looksBinary(text) ? null : { text, encoding }
  }
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return as('UTF-16LE')
  if (first === 0xfe && second === 0xff) return as('UTF-16BE')
  const zeros = zeroShares(bytes)
  if (zeros.odd > 0.3 && zeros.even < 0.05) return as('UTF-16LE')
  if (zeros.even > 0.3 && zeros.odd < 0.05) return as('UTF-16BE')
  const utf8 = decode(bytes, 'UTF-8')
  if (utf8 !== null) return looksBinary(utf8) ? null : { text: utf8, encoding: 'UTF-8' }
  const chinese = pairedShare(bytes) >= PAIRED_SHARE ? as('GB18030') : null
  return chinese ?? as('windows-1252')
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  const controls = sample.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g)
  return (controls?.length ?? 0) > sample.length * CONTROL_SHARE
}

/** Share of zeros among the bytes at even and at odd places. */
function zeroShares(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const half = Math.max(1, sample.length / 2)
  return { even: (zeros[0] ?? 0) / half, odd: (zeros[1] ?? 0) / half }
}

/** Share of the bytes above 127 that have such a neighbour. */
function pairedShare(bytes: Uint8Array): number {
  let high = 0
  let paired = 0
  const isHigh = (at: number) => (bytes[at] ?? 0) > 127
  for (let at = 0; at < Math.min(bytes.length, SAMPLE); at++) {
    if (!isHigh(at)) continue
    high++
    if (isHigh(at - 1) || isHigh(at + 1)) paired++
  }
  return high === 0 ? 0 : paired / high
}
