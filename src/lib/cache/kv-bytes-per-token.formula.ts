import type { Formula } from '../formula/formula.ts'

/**
 * Cache bytes that one token adds where each key head keeps its own key and value:
 * L x K x (d_k x b_k + d_v x b_v). MHA has K = heads, GQA fewer, MQA one.
 *
 * Units: bytes. Source: `gqa-2023`.
 *
 * @example
 * kvBytesPerTokenFormula.evaluate({
 *   layers: 32, kvHeads: 8, keyDim: 128, keyBytes: 2, valueDim: 128, valueBytes: 2,
 * }) // 131072
 */
export const kvBytesPerTokenFormula: Formula = {
  id: 'kv-bytes-per-token',
  title: 'Cache bytes for one token',
  expression: 'layers * kvHeads * (keyDim * keyBytes + valueDim * valueBytes)',
  symbols: {
    layers: { meaning: 'layers that cache', unit: '1', range: [1, 130], whole: true },
    kvHeads: { meaning: 'key and value heads of a layer', unit: '1', range: [1, 128], whole: true },
    keyDim: { meaning: 'numbers in one key', unit: '1', range: [16, 576], whole: true },
    keyBytes: { meaning: 'bytes of one number of a key', unit: 'B', range: [0.5, 4] },
    valueDim: { meaning: 'numbers in one value', unit: '1', range: [16, 576], whole: true },
    valueBytes: { meaning: 'bytes of one number of a value', unit: 'B', range: [0.5, 4] },
  },
  unit: 'B',
  certainty: 'exact',
  source: 'gqa-2023',
  evaluate: ({ layers = 0, kvHeads = 0, keyDim = 0, keyBytes = 0, valueDim = 0, valueBytes = 0 }) =>
    layers * kvHeads * (keyDim * keyBytes + valueDim * valueBytes),
}
