import type { Formula } from '../formula/formula.ts'

/**
 * llama.cpp's compute buffer in the middle of a long context with flash attention: the mask in
 * float32 and again in float16, a row for each token of the batch and a column for each cell, and
 * the widest layer's activations.
 *
 * Units: bytes. Source: `llama-cpp-logs`.
 *
 * @example
 * llamaCppMaskBufferFormula.evaluate({
 *   batch: 512, cells: 131840, hidden: 2880, wide: 11520, float: 4, half: 2,
 * }) // 440401920, 420 MiB; 420.08 logged for gpt-oss-20b at 131072
 */
export const llamaCppMaskBufferFormula: Formula = {
  id: 'llama-cpp-mask-buffer',
  title: 'Compute buffer of llama.cpp at a long context, with flash attention',
  expression: 'batch * (cells * (float + half) + (2 * hidden + wide) * float)',
  symbols: {
    float: { meaning: 'bytes of one float32', unit: 'B', range: [4, 4] },
    half: { meaning: 'bytes of one float16', unit: 'B', range: [2, 2] },
    batch: {
      meaning: 'tokens in one physical batch (n_ubatch)',
      unit: '1',
      range: [1, 2048],
      whole: true,
    },
    cells: {
      meaning: 'cells of both caches that a batch looks at',
      unit: '1',
      range: [256, 1e6],
      whole: true,
    },
    hidden: { meaning: 'hidden size', unit: '1', range: [64, 16384], whole: true },
    wide: { meaning: 'widest activation of a layer', unit: '1', range: [0, 65536], whole: true },
  },
  unit: 'B',
  certainty: 'assumed',
  source: 'llama-cpp-logs',
  evaluate: ({ float = 0, half = 0, batch = 0, cells = 0, hidden = 0, wide = 0 }) =>
    batch * (cells * (float + half) + (2 * hidden + wide) * float),
}
