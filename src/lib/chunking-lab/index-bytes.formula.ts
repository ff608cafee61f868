import type { Formula } from '../formula/formula.ts'

/**
 * Bytes of the vectors of an index, plain: one number a dimension, without ids, texts and whatever
 * an engine adds.
 *
 * Units: bytes. Source: `pgvector-readme`.
 *
 * @example indexBytesFormula.evaluate({ vectors: 10000, dimensions: 1024, bytesPerValue: 4 }) // 40960000
 */
export const indexBytesFormula: Formula = {
  id: 'index-bytes',
  title: 'Bytes of the vectors of an index',
  expression: 'vectors * dimensions * bytesPerValue',
  symbols: {
    vectors: { meaning: 'vectors, one a chunk', unit: '1', range: [0, 1e9], whole: true },
    dimensions: { meaning: 'numbers in a vector', unit: '1', range: [1, 8192], whole: true },
    bytesPerValue: { meaning: 'bytes of one number', unit: 'B', range: [0.125, 8] },
  },
  unit: 'B',
  certainty: 'exact',
  source: 'pgvector-readme',
  evaluate: ({ vectors = 0, dimensions = 0, bytesPerValue = 0 }) =>
    vectors * dimensions * bytesPerValue,
}
