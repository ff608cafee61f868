import type { Formula } from '../formula/formula.ts'

/**
 * Longest context of each sequence when every layer keeps every token and nothing is rounded: what
 * is left of the card, divided by the cache of one token in all sequences.
 *
 * Units: tokens. Source: `gqa-2023`.
 *
 * @example
 * maxContextFormula.evaluate({
 *   gpu: 25769803776, utilisation: 0.9, weights: 13476831232, overhead: 1073741824,
 *   sequences: 8, perToken: 524288,
 * }) // 2060: Llama-2-7B in bf16 on 24 GiB, eight at once
 */
export const maxContextFormula: Formula = {
  id: 'max-context',
  title: 'Longest context that fits',
  expression: 'max(0, floor((gpu * utilisation - weights - overhead) / (sequences * perToken)))',
  symbols: {
    gpu: { meaning: 'memory of the device', unit: 'B', range: [4e9, 2e11] },
    utilisation: { meaning: 'share of it that may be used', unit: '1', range: [0.5, 1] },
    weights: { meaning: 'bytes of the weights', unit: 'B', range: [1e8, 1e11] },
    overhead: { meaning: 'bytes of the overhead', unit: 'B', range: [0, 4e9] },
    sequences: { meaning: 'sequences at once', unit: '1', range: [1, 64], whole: true },
    perToken: { meaning: 'cache bytes for one token', unit: 'B', range: [1e4, 1e6] },
  },
  unit: '1',
  certainty: 'exact',
  source: 'gqa-2023',
  evaluate: ({
    gpu = 0,
    utilisation = 0,
    weights = 0,
    overhead = 0,
    sequences = 1,
    perToken = 1,
  }) => Math.max(0, Math.floor((gpu * utilisation - weights - overhead) / (sequences * perToken))),
}
