import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convertBytes } from './convert-bytes.ts'
import { bytesPer } from './units.ts'
import type { ByteUnit } from './units.ts'

const units = Object.keys(bytesPer) as ByteUnit[]

test('one GiB is 1,073,741,824 bytes and 1.073741824 GB', () => {
  expect(convertBytes({ amount: 1, from: 'GiB', to: 'B' })).toBe(1_073_741_824)
  expect(convertBytes({ amount: 1, from: 'GiB', to: 'GB' })).toBe(1.073741824)
})

test('one kB is 1000 bytes and one KiB is 1024 bytes', () => {
  expect(bytesPer.kB).toBe(1000)
  expect(bytesPer.KiB).toBe(1024)
})

test('converting there and back gives the amount again', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e15, noNaN: true }),
      fc.constantFrom(...units),
      fc.constantFrom(...units),
      (amount, from, to) => {
        const there = convertBytes({ amount, from, to })
        const back = convertBytes({ amount: there, from: to, to: from })
        expect(Math.abs(back - amount)).toBeLessThanOrEqual(
          amount * 1e-12 + Number.MIN_VALUE * 1e16,
        )
      },
    ),
  )
})
