import type { Formula } from '../formula/formula.ts'

/**
 * Activations of one layer while a whole prompt passes through it at once: four hidden states and
 * the gate, up and product of the MLP for every token, and without flash attention a score for
 * every pair of tokens in every head.
 *
 * Units: bytes. Source: `qwen25-speed-table`, whose peaks grow by 37.3, 144.8 and 207.7 kB a token
 * beside the cache for 0.5, 7 and 32 B; this gives 36.4, 142.3 and 206.8.
 *
 * @example
 * prefillActivationFormula.evaluate({
 *   sequences: 1, tokens: 8192, hidden: 4096, wide: 14336, heads: 0, half: 2,
 * }) // 973078528, 0.91 GiB
 */
export const prefillActivationFormula: Formula = {
  id: 'prefill-activation',
  title: 'Activations of one layer for a whole prompt',
  expression: 'sequences * tokens * (4 * hidden + 3 * wide + heads * tokens) * half',
  symbols: {
    sequences: { meaning: 'sequences at once', unit: '1', range: [1, 64], whole: true },
    tokens: { meaning: 'tokens of one prompt', unit: '1', range: [1, 131072], whole: true },
    hidden: { meaning: 'hidden size', unit: '1', range: [64, 16384], whole: true },
    wide: { meaning: 'widest activation of a layer', unit: '1', range: [0, 65536], whole: true },
    heads: {
      meaning: 'query heads whose scores are kept; 0 with flash attention',
      unit: '1',
      range: [0, 128],
      whole: true,
    },
    half: { meaning: 'bytes of one activation', unit: 'B', range: [2, 4] },
  },
  unit: 'B',
  certainty: 'assumed',
  source: 'qwen25-speed-table',
  evaluate: ({ sequences = 0, tokens = 0, hidden = 0, wide = 0, heads = 0, half = 0 }) =>
    sequences * tokens * (4 * hidden + 3 * wide + heads * tokens) * half,
}
