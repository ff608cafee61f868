import type { Formula } from '../formula/formula.ts'

/**
 * What one ranking gives to a document at a rank.
 *
 * Units: none. Source: `rrf-2009`.
 *
 * @example rrfTermFormula.evaluate({ rank: 1, k: 60 }) // 0.01639344262295082
 */
export const rrfTermFormula: Formula = {
  id: 'rrf-term',
  title: 'Share of one ranking in reciprocal rank fusion',
  expression: '1 / (k + rank)',
  symbols: {
    rank: {
      meaning: 'rank in the ranking, 1 for the best',
      unit: '1',
      range: [1, 1000],
      whole: true,
    },
    k: { meaning: 'how little the first ranks stand out', unit: '1', range: [0, 200] },
  },
  unit: '1',
  certainty: 'exact',
  source: 'rrf-2009',
  evaluate: ({ rank = 1, k = 0 }) => 1 / (k + rank),
}
