import type { Formula } from '../formula/formula.ts'

/**
 * Experts of a layer that one step reads when several sequences choose `active` of them each,
 * independently and evenly: E x (1 - (1 - k/E)^B). With one sequence it is k.
 *
 * Units: experts. Source: `moe-batch-thread`; the even choice is an assumption.
 *
 * @example expertsTouchedFormula.evaluate({ experts: 128, active: 8, sequences: 1 }) //=> 8
 */
export const expertsTouchedFormula: Formula = {
  id: 'experts-touched',
  title: 'Experts of a layer read in one step',
  expression: 'experts * (1 - (1 - active / experts)^sequences)',
  symbols: {
    experts: { meaning: 'experts of a layer', unit: '1', range: [16, 512], whole: true },
    active: { meaning: 'experts that one token uses', unit: '1', range: [1, 16], whole: true },
    sequences: { meaning: 'sequences in the batch', unit: '1', range: [1, 256], whole: true },
  },
  unit: '1',
  certainty: 'assumed',
  source: 'moe-batch-thread',
  evaluate: ({ experts = 1, active = 1, sequences = 1 }) =>
    experts * (1 - (1 - active / experts) ** sequences),
}
