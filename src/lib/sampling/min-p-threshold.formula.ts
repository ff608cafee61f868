import type { Formula } from '../formula/formula.ts'

/**
 * The probability that a token needs under min-p: a share of the largest one.
 *
 * Units: probability. Source: `min-p-2024`.
 *
 * @example minPThresholdFormula.evaluate({ minP: 0.1, largest: 0.5 }) // 0.05
 */
export const minPThresholdFormula: Formula = {
  id: 'min-p-threshold',
  title: 'Smallest probability that min-p keeps',
  expression: 'minP * largest',
  symbols: {
    minP: { meaning: 'the setting min-p', unit: '1', range: [0, 1] },
    largest: { meaning: 'probability of the most probable token', unit: '1', range: [1e-5, 1] },
  },
  unit: '1',
  certainty: 'exact',
  source: 'min-p-2024',
  evaluate: ({ minP = 0, largest = 1 }) => minP * largest,
}
