import type { Formula } from '../formula/formula.ts'

/**
 * What one token adds to the entropy: its probability times its surprise.
 *
 * Units: nats. Source: `typical-2022`.
 *
 * @example entropyTermFormula.evaluate({ probability: 0.5 }) // 0.34657359027997264
 */
export const entropyTermFormula: Formula = {
  id: 'entropy-term',
  title: 'Share of one token in the entropy, in nats',
  expression: '-probability * log(probability)',
  symbols: {
    probability: { meaning: 'probability of the token', unit: '1', range: [1e-9, 0.99] },
  },
  unit: '1',
  certainty: 'exact',
  source: 'typical-2022',
  evaluate: ({ probability = 1 }) => -probability * Math.log(probability),
}
