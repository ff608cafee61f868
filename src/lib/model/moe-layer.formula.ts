import type { Formula } from '../formula/formula.ts'

const symbols: Formula['symbols'] = {
  hidden: { meaning: 'hidden size', unit: '1', range: [64, 16384], whole: true },
  experts: { meaning: 'routed experts of a layer', unit: '1', range: [2, 512], whole: true },
  expertSize: { meaning: 'width of one expert', unit: '1', range: [16, 16384], whole: true },
  sharedSize: { meaning: 'width of the shared experts', unit: '1', range: [0, 16384], whole: true },
}

/**
 * Parameters of the feed-forward part of a mixture layer: the router, all routed experts and the
 * shared ones, three matrices each.
 *
 * Units: parameters. Source: `transformers-code`.
 *
 * @example
 * moeLayerFormula.evaluate({ hidden: 4096, experts: 8, expertSize: 14336, sharedSize: 0 })
 * //=> 1409318912
 */
export const moeLayerFormula: Formula = {
  id: 'moe-layer-parameters',
  title: 'Parameters of the experts of one layer',
  expression: 'experts * hidden + 3 * hidden * (experts * expertSize + sharedSize)',
  symbols,
  unit: '1',
  certainty: 'exact',
  source: 'transformers-code',
  evaluate: ({ hidden = 0, experts = 0, expertSize = 0, sharedSize = 0 }) =>
    experts * hidden + 3 * hidden * (experts * expertSize + sharedSize),
}

/**
 * Of these, the parameters that work on one token: the router, the chosen experts and the shared
 * ones.
 *
 * Units: parameters. Source: `transformers-code`.
 *
 * @example
 * moeLayerActiveFormula.evaluate({
 *   hidden: 4096, experts: 8, chosen: 2, expertSize: 14336, sharedSize: 0,
 * }) //=> 352354304
 */
export const moeLayerActiveFormula: Formula = {
  id: 'moe-layer-active-parameters',
  title: 'Expert parameters of one layer that work on one token',
  expression: 'experts * hidden + 3 * hidden * (chosen * expertSize + sharedSize)',
  symbols: {
    ...symbols,
    chosen: { meaning: 'experts chosen for a token', unit: '1', range: [1, 16], whole: true },
  },
  unit: '1',
  certainty: 'exact',
  source: 'transformers-code',
  evaluate: ({ hidden = 0, experts = 0, chosen = 0, expertSize = 0, sharedSize = 0 }) =>
    experts * hidden + 3 * hidden * (chosen * expertSize + sharedSize),
}
