import type { Formula } from '../formula/formula.ts'

/** Trainable numbers that LoRA puts beside one weight matrix. */
export const loraModuleFormula: Formula = {
  id: 'lora-module-parameters',
  title: 'LoRA parameters of one adapted matrix',
  expression: 'rank * (inFeatures + outFeatures)',
  symbols: {
    rank: { meaning: 'rank of the adapter', unit: '1', range: [1, 512], whole: true },
    inFeatures: {
      meaning: 'columns of the matrix: its inputs',
      unit: '1',
      range: [1, 65536],
      whole: true,
    },
    outFeatures: {
      meaning: 'rows of the matrix: its outputs',
      unit: '1',
      range: [1, 262144],
      whole: true,
    },
  },
  unit: '1',
  certainty: 'exact',
  source: 'peft-code',
  evaluate: ({ rank = 0, inFeatures = 0, outFeatures = 0 }) => rank * (inFeatures + outFeatures),
}

/** The same with DoRA's magnitude: one number more for each row. */
export const doraModuleFormula: Formula = {
  ...loraModuleFormula,
  id: 'dora-module-parameters',
  title: 'DoRA parameters of one adapted matrix',
  expression: 'rank * (inFeatures + outFeatures) + outFeatures',
  source: 'peft-code',
  evaluate: ({ rank = 0, inFeatures = 0, outFeatures = 0 }) =>
    rank * (inFeatures + outFeatures) + outFeatures,
}
