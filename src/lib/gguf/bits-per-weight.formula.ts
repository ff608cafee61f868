import type { Formula } from '../formula/formula.ts'

/**
 * Bits that one weight takes in a block format: 8 x bytes of the block / weights in the block.
 *
 * Source: block structs of llama.cpp (`gguf-quant-sizes`). Result in bits.
 *
 * @example bitsPerWeightFormula.evaluate({ blockBytes: 144, blockElements: 256 }) // 4.5 (Q4_K)
 */
export const bitsPerWeightFormula: Formula = {
  id: 'bits-per-weight-of-block',
  title: 'Bits per weight in a block format',
  expression: '8 * blockBytes / blockElements',
  symbols: {
    blockBytes: { meaning: 'bytes of one block', unit: '1', range: [1, 512], whole: true },
    blockElements: { meaning: 'weights in one block', unit: '1', range: [1, 256], whole: true },
  },
  unit: '1',
  certainty: 'exact',
  source: 'gguf-quant-sizes',
  evaluate: ({ blockBytes = 0, blockElements = 1 }) => (8 * blockBytes) / blockElements,
}
