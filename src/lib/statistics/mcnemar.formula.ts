import type { Formula } from '../formula/formula.ts'

/**
 * Chi-square statistic of McNemar's test, corrected for whole numbers.
 *
 * Units: none. Source: `statsmodels-mcnemar`.
 *
 * @example mcnemarFormula.evaluate({ onlyFirst: 3, onlySecond: 9 }) // 2.0833333333333335
 */
export const mcnemarFormula: Formula = {
  id: 'mcnemar-corrected',
  title: "Statistic of McNemar's test",
  expression: '(abs(onlyFirst - onlySecond) - 1)^2 / (onlyFirst + onlySecond)',
  symbols: {
    onlyFirst: {
      meaning: 'questions that only the first gets right',
      unit: '1',
      range: [0, 50],
      whole: true,
    },
    onlySecond: {
      meaning: 'questions that only the second gets right',
      unit: '1',
      range: [1, 90],
      whole: true,
    },
  },
  unit: '1',
  certainty: 'exact',
  source: 'statsmodels-mcnemar',
  evaluate: ({ onlyFirst = 0, onlySecond = 0 }) =>
    (Math.abs(onlyFirst - onlySecond) - 1) ** 2 / (onlyFirst + onlySecond),
}
