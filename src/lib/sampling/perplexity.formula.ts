import type { Formula } from '../formula/formula.ts'

/**
 * Perplexity of a text: e to the mean surprise of its tokens.
 *
 * Units: plain number, between how many equal tokens the model chose on average. Source:
 * `typical-2022`.
 *
 * @example perplexityFormula.evaluate({ logProbability: 2 * Math.log(0.25), tokens: 2 }) // 4
 */
export const perplexityFormula: Formula = {
  id: 'perplexity',
  title: 'Perplexity of a text',
  expression: 'exp(-logProbability / tokens)',
  symbols: {
    logProbability: {
      meaning: 'sum of the natural logarithms of the probabilities of its tokens',
      unit: '1',
      range: [-300, 0],
    },
    tokens: { meaning: 'tokens of the text', unit: '1', range: [20, 200], whole: true },
  },
  unit: '1',
  certainty: 'exact',
  source: 'typical-2022',
  evaluate: ({ logProbability = 0, tokens = 1 }) => Math.exp(-logProbability / tokens),
}
