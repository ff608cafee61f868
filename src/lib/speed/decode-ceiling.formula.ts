import type { Formula } from '../formula/formula.ts'

/**
 * Tokens a second that memory allows at most: every step reads the weights and the cache once and
 * gives one token to each sequence.
 *
 * Units: bytes, bytes a second; the result is tokens a second of all sequences together.
 *
 * @example decodeCeilingFormula.evaluate({ sequences: 1, bandwidth: 1008e9, bytesRead: 5.04e9 }) //=> 200
 */
export const decodeCeilingFormula: Formula = {
  id: 'decode-ceiling',
  title: 'Tokens a second that memory allows at most',
  expression: 'sequences * bandwidth / bytesRead',
  symbols: {
    sequences: { meaning: 'sequences in the batch', unit: '1', range: [1, 256], whole: true },
    bandwidth: { meaning: 'memory bandwidth', unit: 'B/s', range: [5e10, 1e13] },
    bytesRead: { meaning: 'bytes read in one step', unit: 'B', range: [1e8, 1e12] },
  },
  unit: '1/s',
  certainty: 'exact',
  source: 'roofline-lbl',
  evaluate: ({ sequences = 1, bandwidth = 0, bytesRead = 1 }) =>
    (sequences * bandwidth) / bytesRead,
}
