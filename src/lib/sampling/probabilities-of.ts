import type { Candidates } from './candidates.ts'

/**
 * The candidates' probabilities, in their order.
 *
 * Formula: weight / total. Units: probabilities, summing to 1 within 1e-12.
 *
 * @example probabilitiesOf(candidatesOf([0, Math.log(3)])) // Float64Array [0.75, 0.25]
 */
export function probabilitiesOf({ weights, total }: Candidates): Float64Array {
  const probabilities = new Float64Array(weights.length)
  for (let index = 0; index < weights.length; index++) {
    probabilities[index] = (weights[index] ?? 0) / total
  }
  return probabilities
}
