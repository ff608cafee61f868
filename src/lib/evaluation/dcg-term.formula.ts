import type { Formula } from '../formula/formula.ts'

const symbols: Formula['symbols'] = {
  grade: { meaning: 'grade of the document', unit: '1', range: [1, 10], whole: true },
  rank: { meaning: 'rank, 1 for the best', unit: '1', range: [1, 1000], whole: true },
}

/**
 * What a document of a grade is worth at a rank, the grade taken as it is (trec_eval).
 *
 * Units: none. Source: `trec-eval-code`.
 *
 * @example dcgLinearTermFormula.evaluate({ grade: 2, rank: 3 }) // 1
 */
export const dcgLinearTermFormula: Formula = {
  id: 'dcg-linear-term',
  title: 'Discounted gain of a document (linear)',
  expression: 'grade / log2(rank + 1)',
  symbols,
  unit: '1',
  certainty: 'exact',
  source: 'trec-eval-code',
  evaluate: ({ grade = 0, rank = 1 }) => grade / Math.log2(rank + 1),
}

/**
 * The same with a gain that doubles with every grade, as in web search.
 *
 * Units: none. Source: `sklearn-dcg-thread`.
 *
 * @example dcgExponentialTermFormula.evaluate({ grade: 2, rank: 3 }) // 1.5
 */
export const dcgExponentialTermFormula: Formula = {
  id: 'dcg-exponential-term',
  title: 'Discounted gain of a document (exponential)',
  expression: '(2^grade - 1) / log2(rank + 1)',
  symbols,
  unit: '1',
  certainty: 'exact',
  source: 'sklearn-dcg-thread',
  evaluate: ({ grade = 0, rank = 1 }) => (2 ** grade - 1) / Math.log2(rank + 1),
}
