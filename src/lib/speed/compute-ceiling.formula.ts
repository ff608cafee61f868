import type { Formula } from '../formula/formula.ts'

/**
 * Tokens a second that arithmetic allows at most: two operations for every parameter that works on
 * a token. It matters when many sequences share one reading of the weights.
 *
 * Units: operations a second; the result is tokens a second of all sequences together.
 *
 * @example computeCeilingFormula.evaluate({ peak: 165e12, activeParameters: 7.5e9 }) //=> 11000
 */
export const computeCeilingFormula: Formula = {
  id: 'compute-ceiling',
  title: 'Tokens a second that arithmetic allows at most',
  expression: 'peak / (2 * activeParameters)',
  symbols: {
    peak: { meaning: 'peak operations a second', unit: '1/s', range: [1e12, 1e16] },
    activeParameters: {
      meaning: 'parameters that work on one token',
      unit: '1',
      range: [1e8, 1e12],
      whole: true,
    },
  },
  unit: '1/s',
  certainty: 'exact',
  source: 'roofline-lbl',
  evaluate: ({ peak = 0, activeParameters = 1 }) => peak / (2 * activeParameters),
}
