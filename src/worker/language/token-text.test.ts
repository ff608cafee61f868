import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bytesOfPiece, textOfBytes, tokenTable } from './token-text.ts'

const file = new URL('../../../public/models/SmolLM2-135M-Instruct/tokenizer.json', import.meta.url)
const tokenOf = tokenTable(readFileSync(file, 'utf8'))

test('the letters of a byte-level piece stand for bytes', () => {
  expect(bytesOfPiece('Ġthe')).toEqual([32, 116, 104, 101])
  expect(bytesOfPiece('Ċ')).toEqual([10])
  expect(bytesOfPiece('ä¸Ģ')).toEqual([0xe4, 0xb8, 0x80])
})

test('every byte has a letter of its own', () => {
  const span = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))
  const letters = [...span(33, 126), ...span(161, 172), ...span(174, 323)]
  const bytes = letters.map(bytesOfPiece)
  expect(bytes.every((each) => each.length === 1)).toBe(true)
  expect(new Set(bytes.flat()).size).toBe(256)
})

test('tokens show as they are: leading spaces, Chinese, single bytes, marks', () => {
  expect(tokenOf(253)).toEqual({ id: 253, text: ' a', bytes: [32, 97], special: false })
  expect(tokenOf(43340).text).toBe('一个')
  expect(tokenOf(16357).text).toBe('\ufffd')
  expect(tokenOf(2)).toMatchObject({ text: '<|im_end|>', special: true })
})

test('bytes that are no whole character show as U+FFFD', () => {
  expect(textOfBytes([0xe4, 0xb8])).toBe('\ufffd')
  expect(textOfBytes([0xef, 0xbb, 0xbf, 65])).toBe('\ufeffA')
})

test('an id beyond the vocabulary is refused', () => {
  expect(() => tokenOf(49_152)).toThrow('There is no token 49152')
})
