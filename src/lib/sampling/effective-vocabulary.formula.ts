import type { Formula } from '../formula/formula.ts'

/**
 * How many equally likely tokens would have this entropy.
 *
 * Units: tokens. Source: `typical-2022`.
 *
 * @example effectiveVocabularyFormula.evaluate({ entropy: Math.log(8) }) // 8
 */
export const effectiveVocabularyFormula: Formula = {
  id: 'effective-vocabulary',
  title: 'Effective size of the vocabulary',
  expression: 'exp(entropy)',
  symbols: {
    entropy: { meaning: 'entropy of the distribution, in nats', unit: '1', range: [0, 12] },
  },
  unit: '1',
  certainty: 'exact',
  source: 'typical-2022',
  evaluate: ({ entropy = 0 }) => Math.exp(entropy),
}
