import { checkLogits } from './check-logits.ts'
import { requirePositive } from './check-parameters.ts'
import { sum } from './sum.ts'

/**
 * Probabilities of logits, by token id. The largest logit is taken off first, so that nothing
 * overflows; a logit of minus infinity gives probability 0.
 *
 * Formula: p_i = e^(logit_i / T) / sum of e^(logit_j / T).
 * Units: logits in, probabilities out, summing to 1 within 1e-12. Source: `transformers-sampling`.
 *
 * @throws RangeError when the logits are empty, NaN, plus infinity or all masked, or T is not above 0
 * @example softmax([0, Math.log(3)]) // Float64Array [0.25, 0.75]
 */
export function softmax(logits: ArrayLike<number>, temperature: number = 1): Float64Array {
  checkLogits(logits)
  requirePositive('Temperature', temperature)
  let largest = -Infinity
  for (let id = 0; id < logits.length; id++) largest = Math.max(largest, logits[id] ?? 0)
  const probabilities = new Float64Array(logits.length)
  for (let id = 0; id < logits.length; id++) {
    probabilities[id] = Math.exp(((logits[id] ?? 0) - largest) / temperature)
  }
  const total = sum(probabilities)
  for (let id = 0; id < probabilities.length; id++) {
    probabilities[id] = (probabilities[id] ?? 0) / total
  }
  return probabilities
}
