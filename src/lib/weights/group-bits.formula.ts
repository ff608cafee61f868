import type { Formula } from '../formula/formula.ts'

/**
 * Bits of one weight in a GPTQ or AWQ layer: the weight, plus a 16-bit scale and a packed zero
 * point that a group shares: w + 16/g + w/g.
 *
 * Units: bits. Source: `gptq-2022`.
 *
 * @example groupBitsFormula.evaluate({ bits: 4, group: 128 }) // 4.15625
 */
export const groupBitsFormula: Formula = {
  id: 'group-quantised-bits',
  title: 'Bits per weight of GPTQ and AWQ',
  expression: 'bits + 16 / group + bits / group',
  symbols: {
    bits: { meaning: 'bits of one quantised weight', unit: '1', range: [2, 8], whole: true },
    group: { meaning: 'weights that share a scale', unit: '1', range: [16, 1024], whole: true },
  },
  unit: '1',
  certainty: 'exact',
  source: 'gptq-2022',
  evaluate: ({ bits = 0, group = 1 }) => bits + 16 / group + bits / group,
}
