import type { Formula } from '../formula/formula.ts'

const block = {
  meaning: 'weights that share a scale',
  unit: '1',
  range: [16, 512],
  whole: true,
} as const

/**
 * Bits of one weight in NF4 without double quantisation: 4, plus a 32-bit scale for each block.
 *
 * Units: bits. Source: `qlora-2023`, section 3.
 *
 * @example nf4BitsFormula.evaluate({ block: 64 }) // 4.5
 */
export const nf4BitsFormula: Formula = {
  id: 'nf4-bits',
  title: 'Bits per weight of NF4',
  expression: '4 + 32 / block',
  symbols: { block },
  unit: '1',
  certainty: 'exact',
  source: 'qlora-2023',
  evaluate: ({ block: size = 1 }) => 4 + 32 / size,
}

/**
 * Bits of one weight in NF4 with double quantisation: 4, plus an 8-bit scale for each block, plus a
 * 32-bit scale for each group of scales.
 *
 * Units: bits. Source: `qlora-2023`, section 3.
 *
 * @example nf4DoubleBitsFormula.evaluate({ block: 64, scales: 256 }) // 4.126953125
 */
export const nf4DoubleBitsFormula: Formula = {
  id: 'nf4-double-bits',
  title: 'Bits per weight of NF4 with double quantisation',
  expression: '4 + 8 / block + 32 / (block * scales)',
  symbols: {
    block,
    scales: { meaning: 'scales that share a scale', unit: '1', range: [16, 1024], whole: true },
  },
  unit: '1',
  certainty: 'exact',
  source: 'qlora-2023',
  evaluate: ({ block: size = 1, scales = 1 }) => 4 + 8 / size + 32 / (size * scales),
}
