import type { Formula } from '../formula/formula.ts'

/**
 * Bytes of the links of an HNSW graph, the lowest layer alone: twice `links` neighbours a vector, as
 * the paper recommends for that layer, four bytes each. Upper layers, ids and pages come on top.
 *
 * Units: bytes. Source: `hnsw-2016`.
 *
 * @example graphBytesFormula.evaluate({ vectors: 1000000, links: 16 }) // 128000000
 */
export const graphBytesFormula: Formula = {
  id: 'graph-bytes',
  title: 'Links of the lowest layer of an HNSW graph',
  expression: 'vectors * 2 * links * 4 bytes',
  symbols: {
    vectors: { meaning: 'vectors, one a chunk', unit: '1', range: [0, 1e9], whole: true },
    links: { meaning: 'links of a vector in an upper layer (m)', unit: '1', range: [2, 128] },
  },
  unit: 'B',
  certainty: 'assumed',
  source: 'hnsw-2016',
  evaluate: ({ vectors = 0, links = 0 }) => vectors * 2 * links * 4,
}
