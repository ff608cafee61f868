import type { Formula } from '../formula/formula.ts'

/**
 * Trustworthiness from the ranks of all false neighbours, scaled to lie between 0 and 1.
 *
 * Units: share of 1. Source: `sklearn-trustworthiness`.
 *
 * @example trustFormula.evaluate({ points: 10, k: 2, excess: 13 }) // 0.9
 */
export const trustFormula: Formula = {
  id: 'trustworthiness',
  title: 'Trustworthiness of a map',
  expression: '1 - 2 / (points * k * (2 * points - 3 * k - 1)) * excess',
  symbols: {
    points: { meaning: 'points of the map', unit: '1', range: [100, 2000], whole: true },
    k: { meaning: 'neighbours that are looked at', unit: '1', range: [1, 40], whole: true },
    excess: {
      meaning: 'ranks beyond k of the false neighbours, added up',
      unit: '1',
      range: [0, 4000],
      whole: true,
    },
  },
  unit: '1',
  certainty: 'exact',
  source: 'sklearn-trustworthiness',
  evaluate: ({ points = 1, k = 1, excess = 0 }) =>
    1 - (2 / (points * k * (2 * points - 3 * k - 1))) * excess,
}
