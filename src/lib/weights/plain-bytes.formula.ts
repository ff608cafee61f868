import type { Formula } from '../formula/formula.ts'

/**
 * Bytes of weights that are all stored in one plain data type: parameters x bits / 8.
 *
 * Units: bytes. Source: `safetensors-format`.
 *
 * @example plainBytesFormula.evaluate({ parameters: 8030261248, bits: 16 }) // 16060522496
 */
export const plainBytesFormula: Formula = {
  id: 'plain-weight-bytes',
  title: 'Bytes of the weights in a plain data type',
  expression: 'parameters * bits / 8 * 1 B',
  symbols: {
    parameters: { meaning: 'parameters', unit: '1', range: [1, 1e12], whole: true },
    bits: { meaning: 'bits of one parameter', unit: '1', range: [1, 64], whole: true },
  },
  unit: 'B',
  certainty: 'exact',
  source: 'safetensors-format',
  evaluate: ({ parameters = 0, bits = 0 }) => (parameters * bits) / 8,
}
