import type { Formula } from '../formula/formula.ts'

/**
 * Softmax of one logit: e^(logit / T) divided by the sum of the same over all tokens, which the
 * log-sum-exp at that temperature stands for.
 *
 * Units: probability. Source: `transformers-sampling`.
 *
 * @example tokenProbabilityFormula.evaluate({ logit: 2, temperature: 2, logSumExp: 1 }) // 1
 */
export const tokenProbabilityFormula: Formula = {
  id: 'token-probability',
  title: 'Probability of one token at a temperature',
  expression: 'exp(logit / temperature - logSumExp)',
  symbols: {
    logit: { meaning: 'logit of the token', unit: '1', range: [-40, 40] },
    temperature: { meaning: 'temperature', unit: '1', range: [0.1, 10] },
    logSumExp: {
      meaning: 'logarithm of the sum of e^(logit / temperature) over all tokens',
      unit: '1',
      range: [0, 60],
    },
  },
  unit: '1',
  certainty: 'exact',
  source: 'transformers-sampling',
  evaluate: ({ logit = 0, temperature = 1, logSumExp = 0 }) =>
    Math.exp(logit / temperature - logSumExp),
}
