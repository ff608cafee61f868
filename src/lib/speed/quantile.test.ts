import { expect, test } from 'vitest'
import { quantile } from './quantile.ts'

test('the median of four numbers lies between the middle two', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
})

test('quantiles interpolate, and misses stay infinite', () => {
  expect(quantile([0, 10], 0.9)).toBeCloseTo(9, 12)
  expect(quantile([1, Infinity], 1)).toBe(Infinity)
  expect(quantile([Infinity, Infinity], 0.5)).toBe(Infinity)
  expect(quantile([], 0.5)).toBeNull()
})
