import type { Formula } from '../formula/formula.ts'

/**
 * A first guess at vLLM's activation peak: one layer's widest activations for a full batch, and
 * float32 logits for every sequence it may sample.
 *
 * Units: bytes. Source: `vllm-memory-profile`. Published peaks are 1.2 to 2 times the guess for
 * 8 to 14 billion parameters, so it is shown as a range.
 *
 * @example
 * vllmActivationFormula.evaluate({
 *   batch: 8192, wide: 14336, hidden: 4096, half: 2, samples: 256, vocabulary: 128256, float: 4,
 * }) // 869531648, 0.81 GiB; 1.26 GiB logged for Llama-3-8B
 */
export const vllmActivationFormula: Formula = {
  id: 'vllm-activation-peak',
  title: 'Activation peak of vLLM, a first guess',
  expression: 'batch * (2 * wide + 4 * hidden) * half + samples * vocabulary * float',
  symbols: {
    batch: {
      meaning: 'tokens in one batch (max_num_batched_tokens)',
      unit: '1',
      range: [256, 32768],
      whole: true,
    },
    wide: { meaning: 'widest activation of a layer', unit: '1', range: [0, 65536], whole: true },
    hidden: { meaning: 'hidden size', unit: '1', range: [64, 16384], whole: true },
    half: { meaning: 'bytes of one activation', unit: 'B', range: [2, 2] },
    samples: {
      meaning: 'sequences sampled at once (max_num_seqs)',
      unit: '1',
      range: [1, 1024],
      whole: true,
    },
    vocabulary: {
      meaning: 'entries of the vocabulary',
      unit: '1',
      range: [1000, 3e5],
      whole: true,
    },
    float: { meaning: 'bytes of one float32', unit: 'B', range: [4, 4] },
  },
  unit: 'B',
  certainty: 'assumed',
  source: 'vllm-memory-profile',
  evaluate: ({
    batch = 0,
    wide = 0,
    hidden = 0,
    half = 0,
    samples = 0,
    vocabulary = 0,
    float = 0,
  }) => batch * (2 * wide + 4 * hidden) * half + samples * vocabulary * float,
}
