import type { Formula } from '../formula/formula.ts'

/**
 * What a candidate is worth to maximal marginal relevance: near to the query, far from what is
 * chosen already.
 *
 * Units: none. Source: `mmr-1998`.
 *
 * @example mmrFormula.evaluate({ lambda: 0.5, relevance: 0.75, redundancy: 0.25 }) // 0.25
 */
export const mmrFormula: Formula = {
  id: 'mmr',
  title: 'Marginal relevance of a candidate',
  expression: 'lambda * relevance - (1 - lambda) * redundancy',
  symbols: {
    lambda: { meaning: 'weight of the relevance, 0 to 1', unit: '1', range: [0, 1] },
    relevance: { meaning: 'similarity to the query', unit: '1', range: [-1, 1] },
    redundancy: { meaning: 'similarity to the nearest chosen one', unit: '1', range: [-1, 1] },
  },
  unit: '1',
  certainty: 'exact',
  source: 'mmr-1998',
  evaluate: ({ lambda = 1, relevance = 0, redundancy = 0 }) =>
    lambda * relevance - (1 - lambda) * redundancy,
}
