import type { Formula } from '../formula/formula.ts'

/**
 * The cosine of the angle between two vectors: their dot product over their lengths.
 *
 * Units: none, -1 to 1. Source: `sklearn-cosine`.
 *
 * @example cosineFormula.evaluate({ dot: 11, firstLength: 5, secondLength: 2.5 }) // 0.88
 */
export const cosineFormula: Formula = {
  id: 'cosine',
  title: 'Cosine similarity of two vectors',
  expression: 'dot / (firstLength * secondLength)',
  symbols: {
    dot: { meaning: 'dot product of the two vectors', unit: '1', range: [-10, 10] },
    firstLength: { meaning: 'length of the first vector', unit: '1', range: [0.1, 100] },
    secondLength: { meaning: 'length of the second vector', unit: '1', range: [0.1, 100] },
  },
  unit: '1',
  certainty: 'exact',
  source: 'sklearn-cosine',
  evaluate: ({ dot = 0, firstLength = 1, secondLength = 1 }) => dot / (firstLength * secondLength),
}
