import { expect, test } from 'vitest'
import { runDivergence } from './check-logits.ts'

/** Probabilities 1/2, 1/4 and, of two tokens together, 1/4. */
const run = {
  top: [
    [3, Math.log(0.5)],
    [0, Math.log(0.25)],
  ],
  logSumExpOfRest: Math.log(0.25),
} as const

test('logits that say the same are no nats away, wherever their zero is', () => {
  const logits = Float64Array.of(0.25, 0.125, 0.125, 0.5).map((p) => Math.log(p) + 7)
  expect(runDivergence(run, logits)).toBeCloseTo(0, 12)
})

test('other logits are as far away as the definition says', () => {
  // Four equal tokens: 1/4, 1/4 and a rest of 1/2.
  const even = runDivergence(run, new Float64Array(4))
  expect(even).toBeCloseTo(0.5 * Math.log(2) + 0.25 * Math.log(1) + 0.25 * Math.log(0.5), 12)
})

test('a broken answer is refused', () => {
  expect(() => runDivergence(run, new Float64Array(4).fill(NaN))).toThrow(RangeError)
})
