import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linePath } from './line-path.ts'
import { linearScale, logScale } from './scale.ts'
import { stackSegments } from './stack-segments.ts'

test('a linear scale maps its ends to its ends and the middle to the middle', () => {
  const scale = linearScale({ domain: [10, 20], range: [100, 0] })
  expect([10, 15, 20].map(scale)).toEqual([100, 50, 0])
})

test('a logarithmic scale puts 10 half way between 1 and 100', () => {
  expect(logScale({ domain: [1, 100], range: [0, 100] })(10)).toBeCloseTo(50, 10)
})

test('scales refuse ends that are equal, endless or, for a logarithm, not positive', () => {
  expect(() => linearScale({ domain: [3, 3], range: [0, 1] })).toThrow(RangeError)
  expect(() => linearScale({ domain: [0, Infinity], range: [0, 1] })).toThrow(RangeError)
  expect(() => logScale({ domain: [0, 1], range: [0, 1] })).toThrow(RangeError)
})

test('a path starts with a move and goes on with lines', () => {
  const points = [
    { x: 0, y: 1 },
    { x: 2.345, y: 3 },
  ]
  const same = (value: number) => value
  expect(linePath(points, same, same)).toBe('M0,1L2.35,3')
})

test('segments of a stack touch, in order, and cover the sum', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1 }),
      (values) => {
        const parts = values.map((value, index) => ({ id: String(index), value }))
        const segments = stackSegments(parts, (value) => value * 2)
        const total = values.reduce((sum, value) => sum + value, 0)
        const last = segments.at(-1)
        expect((last?.start ?? 0) + (last?.length ?? 0)).toBeCloseTo(total * 2, 3)
        segments.slice(1).forEach((segment, index) => {
          const before = segments[index]
          expect(segment.start).toBeCloseTo((before?.start ?? 0) + (before?.length ?? 0), 3)
        })
      },
    ),
  )
})
