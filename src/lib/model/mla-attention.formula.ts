import type { Formula } from '../formula/formula.ts'

/**
 * Parameters of multi-head latent attention in one layer: queries and keys go through narrow
 * matrices with a norm between, and all heads share one rotary key.
 *
 * Units: parameters. Source: `transformers-code`.
 *
 * @example
 * mlaAttentionFormula.evaluate({
 *   hidden: 7168, heads: 128, queryRank: 1536, latentRank: 512, plainDim: 128, ropeDim: 64,
 *   valueDim: 128,
 * }) //=> 187107328
 */
export const mlaAttentionFormula: Formula = {
  id: 'mla-attention-parameters',
  title: 'Parameters of latent attention in one layer',
  expression:
    'queryRank * (hidden + 1 + heads * (plainDim + ropeDim)) + hidden * (latentRank + ropeDim) + latentRank * (1 + heads * (plainDim + valueDim)) + heads * valueDim * hidden',
  symbols: {
    hidden: { meaning: 'hidden size', unit: '1', range: [64, 16384], whole: true },
    heads: { meaning: 'query heads', unit: '1', range: [1, 128], whole: true },
    queryRank: { meaning: 'rank of the queries', unit: '1', range: [16, 4096], whole: true },
    latentRank: { meaning: 'numbers in the latent', unit: '1', range: [16, 2048], whole: true },
    plainDim: {
      meaning: 'numbers of a head without position',
      unit: '1',
      range: [8, 256],
      whole: true,
    },
    ropeDim: { meaning: 'numbers in the rotary key', unit: '1', range: [8, 128], whole: true },
    valueDim: { meaning: 'numbers of a value head', unit: '1', range: [8, 256], whole: true },
  },
  unit: '1',
  certainty: 'exact',
  source: 'transformers-code',
  evaluate: ({
    hidden = 0,
    heads = 0,
    queryRank = 0,
    latentRank = 0,
    plainDim = 0,
    ropeDim = 0,
    valueDim = 0,
  }) =>
    queryRank * (hidden + 1 + heads * (plainDim + ropeDim)) +
    hidden * (latentRank + ropeDim) +
    latentRank * (1 + heads * (plainDim + valueDim)) +
    heads * valueDim * hidden,
}
