import type { Formula } from '../formula/formula.ts'

/** Trainable numbers that LoRA puts beside one weight matrix. */
export const loraModuleFormula: Formula = {
  id: 'lora-module-parameters',
  title: 'LoRA parameters of one adapted matrix',
  expression: 'r * (d_in + d_out)',
  symbols: {
    r: { meaning: 'rank of the adapter', unit: '1', range: [1, 512], whole: true },
    d_in: {
      meaning: 'columns of the matrix: its inputs',
      unit: '1',
      range: [1, 65536],
      whole: true,
    },
    d_out: {
      meaning: 'rows of the matrix: its outputs',
      unit: '1',
      range: [1, 262144],
      whole: true,
    },
  },
  unit: '1',
  certainty: 'exact',
  source: 'lora-2021',
  evaluate: ({ r = 0, d_in = 0, d_out = 0 }) => r * (d_in + d_out),
}

/** The same with DoRA's magnitude: one number more for each row. */
export const doraModuleFormula: Formula = {
  ...loraModuleFormula,
  id: 'dora-module-parameters',
  title: 'DoRA parameters of one adapted matrix',
  expression: 'r * (d_in + d_out) + d_out',
  source: 'dora-2024',
  evaluate: ({ r = 0, d_in = 0, d_out = 0 }) => r * (d_in + d_out) + d_out,
}
