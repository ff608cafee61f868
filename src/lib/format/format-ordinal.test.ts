import { expect, test } from 'vitest'
import { formatOrdinal } from './format-ordinal.ts'

test('an ordinal ends as it is spoken', () => {
  expect([1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 33, 101, 111, 1012].map(formatOrdinal)).toEqual([
    ...['1st', '2nd', '3rd', '4th', '10th', '11th', '12th', '13th', '21st', '22nd', '33rd'],
    ...['101st', '111th', '1,012th'],
  ])
})
