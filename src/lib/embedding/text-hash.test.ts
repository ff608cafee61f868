import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textHash } from './text-hash.ts'

test('begins with the FNV-1a hash of the bytes of the units', () => {
  expect(textHash('').slice(0, 8)).toBe('811c9dc5') // the offset basis of FNV-1a
  // U+6161 is the bytes 61 61; the hash of "aa" is computed by hand from that of "a", e40c292c.
  const ofA = 0xe40c292c
  const ofAa = Math.imul(ofA ^ 0x61, 0x01000193) >>> 0
  expect(textHash('\u6161').slice(0, 8)).toBe(ofAa.toString(16).padStart(8, '0'))
})

test('is 16 digits, and another one for another text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(textHash(a)).toMatch(/^[0-9a-f]{16}$/)
      expect(textHash(a) === textHash(b)).toBe(a === b)
    }),
  )
})
