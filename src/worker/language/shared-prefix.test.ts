import { expect, test } from 'vitest'
import { sharedPrefix } from './shared-prefix.ts'

test('texts share what is equal from the start', () => {
  expect(sharedPrefix([1, 2, 3], [1, 2, 4, 5])).toBe(2)
  expect(sharedPrefix([1, 2], [1, 2, 3])).toBe(2)
  expect(sharedPrefix([], [1])).toBe(0)
  expect(sharedPrefix([1], [2])).toBe(0)
})
