import type { Formula } from '../formula/formula.ts'

/**
 * llama.cpp's compute buffer inside attention without flash attention: the scores of every head
 * and the mask, a row for each token of the batch and a column for each cell, and beside them four
 * hidden states and, where one matrix makes q, k and v, its extra columns; all float32.
 *
 * Units: bytes. Source: `llama-cpp-logs`.
 *
 * @example
 * llamaCppScoreBufferFormula.evaluate({
 *   batch: 512, cells: 2048, heads: 32, hidden: 2560, fused: 5120, float: 4,
 * }) // 169869312, the 162 MiB logged for Pythia-2.8B
 */
export const llamaCppScoreBufferFormula: Formula = {
  id: 'llama-cpp-score-buffer',
  title: 'Compute buffer of llama.cpp in attention, without flash attention',
  expression: 'float * batch * (cells * (heads + 1) + 4 * hidden + fused)',
  symbols: {
    float: { meaning: 'bytes of one float32', unit: 'B', range: [4, 4] },
    batch: {
      meaning: 'tokens in one physical batch (n_ubatch)',
      unit: '1',
      range: [1, 2048],
      whole: true,
    },
    cells: {
      meaning: 'cells of the cache that a batch looks at',
      unit: '1',
      range: [256, 2e5],
      whole: true,
    },
    heads: { meaning: 'query heads', unit: '1', range: [1, 128], whole: true },
    hidden: { meaning: 'hidden size', unit: '1', range: [64, 16384], whole: true },
    fused: {
      meaning: 'key and value columns of a fused q, k, v matrix',
      unit: '1',
      range: [0, 32768],
      whole: true,
    },
  },
  unit: 'B',
  certainty: 'assumed',
  source: 'llama-cpp-logs',
  evaluate: ({ float = 0, batch = 0, cells = 0, heads = 0, hidden = 0, fused = 0 }) =>
    float * batch * (cells * (heads + 1) + 4 * hidden + fused),
}
