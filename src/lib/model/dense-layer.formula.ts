import type { Formula } from '../formula/formula.ts'

/**
 * Parameters of one decoder layer of Llama's form: q and o, k and v, three feed-forward matrices
 * and the norms, without biases.
 *
 * Units: parameters. Source: `transformers-code`.
 *
 * @example
 * denseLayerFormula.evaluate({
 *   hidden: 4096, heads: 32, kvHeads: 8, headDim: 128, intermediate: 14336, norms: 2,
 * }) //=> 218112000
 */
export const denseLayerFormula: Formula = {
  id: 'dense-layer-parameters',
  title: 'Parameters of one dense decoder layer',
  expression:
    '2 * hidden * heads * headDim + 2 * hidden * kvHeads * headDim + 3 * hidden * intermediate + norms * hidden',
  symbols: {
    hidden: { meaning: 'hidden size', unit: '1', range: [64, 16384], whole: true },
    heads: { meaning: 'query heads', unit: '1', range: [1, 128], whole: true },
    kvHeads: { meaning: 'key and value heads', unit: '1', range: [1, 128], whole: true },
    headDim: { meaning: 'numbers in a head', unit: '1', range: [16, 512], whole: true },
    intermediate: { meaning: 'feed-forward width', unit: '1', range: [64, 65536], whole: true },
    norms: { meaning: 'norms of a layer', unit: '1', range: [1, 4], whole: true },
  },
  unit: '1',
  certainty: 'exact',
  source: 'transformers-code',
  evaluate: ({ hidden = 0, heads = 0, kvHeads = 0, headDim = 0, intermediate = 0, norms = 0 }) =>
    2 * hidden * heads * headDim +
    2 * hidden * kvHeads * headDim +
    3 * hidden * intermediate +
    norms * hidden,
}
