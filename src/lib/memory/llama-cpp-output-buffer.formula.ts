import type { Formula } from '../formula/formula.ts'

/**
 * llama.cpp's compute buffer while it computes the output: the logits of a batch and the hidden
 * state they come from, in float32.
 *
 * Units: bytes. Source: `llama-cpp-logs`.
 *
 * @example
 * llamaCppOutputBufferFormula.evaluate({ batch: 512, vocabulary: 128256, hidden: 2048, float: 4 })
 * // 266862592, the 254.5 MiB logged for Llama-3.2-1B
 */
export const llamaCppOutputBufferFormula: Formula = {
  id: 'llama-cpp-output-buffer',
  title: 'Compute buffer of llama.cpp at the output',
  expression: 'float * batch * (vocabulary + hidden)',
  symbols: {
    float: { meaning: 'bytes of one float32', unit: 'B', range: [4, 4] },
    batch: {
      meaning: 'tokens in one physical batch (n_ubatch)',
      unit: '1',
      range: [1, 2048],
      whole: true,
    },
    vocabulary: {
      meaning: 'entries of the vocabulary',
      unit: '1',
      range: [1000, 3e5],
      whole: true,
    },
    hidden: { meaning: 'hidden size', unit: '1', range: [64, 16384], whole: true },
  },
  unit: 'B',
  certainty: 'assumed',
  source: 'llama-cpp-logs',
  evaluate: ({ float = 0, batch = 0, vocabulary = 0, hidden = 0 }) =>
    float * batch * (vocabulary + hidden),
}
