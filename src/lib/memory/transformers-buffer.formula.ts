import type { Formula } from '../formula/formula.ts'

/**
 * What `generate` of transformers keeps beside weights and cache while it writes: the workspace of
 * the matrix library and the sampler's copies of one row of logits a sequence (float32 logits,
 * scores, sorted values, probabilities and their sums, 64-bit indices: 28 bytes an entry).
 *
 * Units: bytes. Source: `qwen3-speed-table`, whose runs keep 33 to 48 MiB.
 *
 * @example
 * transformersBufferFormula.evaluate({
 *   workspace: 33554432, sequences: 1, vocabulary: 151936, entry: 28,
 * }) // 37808640, 36.1 MiB
 */
export const transformersBufferFormula: Formula = {
  id: 'transformers-buffer',
  title: 'Buffers of transformers while it generates',
  expression: 'workspace + sequences * vocabulary * entry',
  symbols: {
    workspace: { meaning: 'workspace of the matrix library', unit: 'B', range: [8e6, 4e7] },
    sequences: { meaning: 'sequences at once', unit: '1', range: [1, 256], whole: true },
    vocabulary: {
      meaning: 'entries of the vocabulary',
      unit: '1',
      range: [1000, 3e5],
      whole: true,
    },
    entry: { meaning: "bytes of the sampler's copies of one logit", unit: 'B', range: [28, 28] },
  },
  unit: 'B',
  certainty: 'assumed',
  source: 'qwen3-speed-table',
  evaluate: ({ workspace = 0, sequences = 0, vocabulary = 0, entry = 0 }) =>
    workspace + sequences * vocabulary * entry,
}
