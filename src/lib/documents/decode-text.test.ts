import { expect, test } from 'vitest'
import fc from 'fast-check'
import { decodeText, type Decoder } from './decode-text.ts'

const decoder: Decoder = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
const read = (bytes: readonly number[]) => decodeText(Uint8Array.from(bytes), decoder)
const utf16 = (text: string) =>
  [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])

test('UTF-8 is read with and without its mark', () => {
  expect(read([0xef, 0xbb, 0xbf, 0xc3, 0xa9])).toEqual({ text: 'é', encoding: 'UTF-8' })
  expect(read([0xe4, 0xb8, 0xad])).toEqual({ text: '中', encoding: 'UTF-8' })
})

test('UTF-16 is told by its mark or by its zeros', () => {
  expect(read([0xff, 0xfe, ...utf16('ab')])).toEqual({ text: 'ab', encoding: 'UTF-16LE' })
  expect(read([0xfe, 0xff, 0, 0x61])).toEqual({ text: 'a', encoding: 'UTF-16BE' })
  expect(read(utf16('plain words'))).toEqual({ text: 'plain words', encoding: 'UTF-16LE' })
})

test('Chinese from Windows is GB18030, French is windows-1252', () => {
  // 中文文本, in GB2312 codes.
  expect(read([0xd6, 0xd0, 0xce, 0xc4, 0xce, 0xc4, 0xb1, 0xbe])).toEqual({
    text: '中文文本',
    encoding: 'GB18030',
  })
  expect(read([...'caf'].map((letter) => letter.charCodeAt(0)).concat(0xe9, 0x20, 0x80))).toEqual({
    text: 'café €',
    encoding: 'windows-1252',
  })
})

test('rubbish is no text', () => {
  expect(read([1, 2, 3, 0, 0, 9, 200, 0, 1, 14, 3, 5])).toBeNull()
  const noise = fc.uint8Array({ minLength: 4000, maxLength: 5000 })
  fc.assert(
    fc.property(noise, (bytes) => decodeText(bytes, decoder) === null),
    { numRuns: 30 },
  )
})

test('any text in UTF-8 comes back as it was', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é', '中', '😀', '\t') })
  fc.assert(
    fc.property(text, (value) => {
      expect(decodeText(new TextEncoder().encode(value), decoder)).toEqual({
        text: value,
        encoding: 'UTF-8',
      })
    }),
  )
})
