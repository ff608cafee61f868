import { expect, test } from 'vitest'
import { documentWords, pageList } from './words.ts'

test('neighbouring pages are drawn together', () => {
  expect(pageList([2])).toBe('page 2')
  expect(pageList([1, 3, 4, 5, 9])).toBe('pages 1, 3–5, 9')
})

test('one and several are told apart', () => {
  expect(documentWords.hyphens(1)).toMatch(/^1 word .* was joined/)
  expect(documentWords.hyphens(2)).toMatch(/^2 words .* were joined/)
})
