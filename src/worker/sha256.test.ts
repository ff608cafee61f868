import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256, sha256InScript } from './sha256.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('the examples of FIPS 180-4 come out', async () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(sha256InScript(bytes('abc'))).toBe(abc)
  expect(await sha256(bytes('abc'))).toBe(abc)
  expect(sha256InScript(bytes('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  )
})

test('bytes of every length give what Node gives', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
      expect(sha256InScript(data)).toBe(createHash('sha256').update(data).digest('hex'))
    }),
  )
})
