import type { Formula } from '../formula/formula.ts'

/**
 * Operations to read a prompt: two for every working parameter and token, and in attention two for
 * every pair of tokens that see each other, in both the scores and the weighted sum, of which the
 * causal mask leaves half.
 *
 * Units: operations (a multiplication and an addition are two). Source: Kaplan et al. 2020, section 2.1, as retold in `scaling-laws-notes`.
 *
 * @example prefillFlopsFormula.evaluate({ activeParameters: 7.5e9, tokens: 1000, attentionWidth: 131072 })
 *   //=> 15262144000000
 */
export const prefillFlopsFormula: Formula = {
  id: 'prefill-flops',
  title: 'Operations to read a prompt',
  expression: '2 * activeParameters * tokens + 2 * attentionWidth * tokens^2',
  symbols: {
    activeParameters: {
      meaning: 'parameters that work on one token, without the input table',
      unit: '1',
      range: [1e8, 1e12],
      whole: true,
    },
    tokens: { meaning: 'tokens of the prompt', unit: '1', range: [1, 1e6], whole: true },
    attentionWidth: {
      meaning: 'heads x head size, summed over the layers',
      unit: '1',
      range: [1e3, 1e7],
    },
  },
  unit: '1',
  certainty: 'exact',
  source: 'scaling-laws-notes',
  evaluate: ({ activeParameters = 0, tokens = 0, attentionWidth = 0 }) =>
    2 * activeParameters * tokens + 2 * attentionWidth * tokens ** 2,
}
