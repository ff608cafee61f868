import type { Formula } from '../formula/formula.ts'

/**
 * Bytes of a key-value cache: bytes per token x cells, where the cells are the tokens of all
 * sequences after the engine's padding.
 *
 * Units: bytes. Source: `gqa-2023`.
 *
 * @example kvBytesFormula.evaluate({ perToken: 131072, cells: 8192 }) // 1073741824
 */
export const kvBytesFormula: Formula = {
  id: 'kv-bytes',
  title: 'Bytes of the key-value cache',
  expression: 'perToken * cells',
  symbols: {
    perToken: { meaning: 'cache bytes for one token', unit: 'B', range: [64, 1e7] },
    cells: {
      meaning: 'tokens of all sequences that there is room for',
      unit: '1',
      range: [1, 1e7],
      whole: true,
    },
  },
  unit: 'B',
  certainty: 'exact',
  source: 'gqa-2023',
  evaluate: ({ perToken = 0, cells = 0 }) => perToken * cells,
}
