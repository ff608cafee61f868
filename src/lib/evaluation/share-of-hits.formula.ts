import type { Formula } from '../formula/formula.ts'

/**
 * Share of the relevant documents that the first k hold.
 *
 * Units: share of 1. Source: `trec-eval-code`.
 *
 * @example recallFormula.evaluate({ hits: 3, relevant: 4 }) // 0.75
 */
export const recallFormula: Formula = {
  id: 'recall-at-k',
  title: 'Recall at k',
  expression: 'hits / relevant',
  symbols: {
    hits: { meaning: 'relevant ones among the first k', unit: '1', range: [0, 50], whole: true },
    relevant: { meaning: 'relevant ones in all', unit: '1', range: [50, 100], whole: true },
  },
  unit: '1',
  certainty: 'exact',
  source: 'trec-eval-code',
  evaluate: ({ hits = 0, relevant = 1 }) => hits / relevant,
}

/**
 * Share of the first k documents that are relevant.
 *
 * Units: share of 1. Source: `trec-eval-code`.
 *
 * @example precisionFormula.evaluate({ hits: 3, k: 5 }) // 0.6
 */
export const precisionFormula: Formula = {
  id: 'precision-at-k',
  title: 'Precision at k',
  expression: 'hits / k',
  symbols: {
    hits: { meaning: 'relevant ones among the first k', unit: '1', range: [0, 10], whole: true },
    k: { meaning: 'cutoff', unit: '1', range: [10, 100], whole: true },
  },
  unit: '1',
  certainty: 'exact',
  source: 'trec-eval-code',
  evaluate: ({ hits = 0, k = 1 }) => hits / k,
}
