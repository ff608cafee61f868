import { expect, test } from 'vitest'
import { halfFloats } from './half-floats.ts'

test('half-precision bits become the numbers of IEEE 754', () => {
  const bits = [0x0000, 0x0001, 0x03ff, 0x0400, 0x3555, 0x3c00, 0xc000, 0x7bff, 0x7c00, 0xfc00]
  expect([...halfFloats(Uint16Array.from(bits))]).toEqual([
    0,
    2 ** -24,
    1023 * 2 ** -24,
    2 ** -14,
    0.333251953125,
    1,
    -2,
    65504,
    Infinity,
    -Infinity,
  ])
  expect(halfFloats(Uint16Array.of(0x7e00))[0]).toBeNaN()
})
