import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeUtf8Replacing } from './decode-utf8-replacing.ts'

describe('bytes as text', () => {
  it('replace each longest broken piece once', () => {
    expect(decodeUtf8Replacing([0xf0, 0x9f, 0x98, 0x41, 0xc0, 0x80, 0xed, 0xa0, 0x80])).toBe(
      '\uFFFDA\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD',
    )
  })

  it('are read as TextDecoder reads them', () => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    fc.assert(
      fc.property(fc.uint8Array({ max: 0xff, maxLength: 40 }), (bytes) => {
        expect(decodeUtf8Replacing(bytes)).toBe(decoder.decode(bytes))
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeUtf8Replacing(new TextEncoder().encode(text))).toBe(text.toWellFormed())
      }),
    )
  })
})
