import type { Formula } from '../formula/formula.ts'

const rank = { meaning: 'rank of the adapter', unit: '1', range: [1, 512], whole: true } as const
const inFeatures = {
  meaning: 'columns of the matrix: its inputs',
  unit: '1',
  range: [1, 65536],
  whole: true,
} as const
const outFeatures = {
  meaning: 'rows of the matrix: its outputs',
  unit: '1',
  range: [1, 262144],
  whole: true,
} as const
const exact = { unit: '1', certainty: 'exact', source: 'peft-code' } as const

/** VeRA trains two scaling vectors beside matrices that stay as they were drawn. */
export const veraModuleFormula: Formula = {
  ...exact,
  id: 'vera-module-parameters',
  title: 'VeRA parameters of one adapted matrix',
  expression: 'outFeatures + rank',
  symbols: { rank, outFeatures },
  evaluate: ({ rank: r = 0, outFeatures: rows = 0 }) => rows + r,
}

/** LoHa multiplies two products of low rank number by number. */
export const lohaModuleFormula: Formula = {
  ...exact,
  id: 'loha-module-parameters',
  title: 'LoHa parameters of one adapted matrix',
  expression: '2 * rank * (inFeatures + outFeatures)',
  symbols: { rank, inFeatures, outFeatures },
  evaluate: ({ rank: r = 0, inFeatures: columns = 0, outFeatures: rows = 0 }) =>
    2 * r * (columns + rows),
}

/** AdaLoRA has a singular value for each rank besides; ranks are pruned after the start. */
export const adaLoraModuleFormula: Formula = {
  ...exact,
  id: 'adalora-module-parameters',
  title: 'AdaLoRA parameters of one adapted matrix',
  expression: 'rank * (inFeatures + outFeatures) + rank',
  symbols: { rank, inFeatures, outFeatures },
  evaluate: ({ rank: r = 0, inFeatures: columns = 0, outFeatures: rows = 0 }) =>
    r * (columns + rows) + r,
}

/** MiCA takes B from the weight's minor singular vectors and trains A alone. */
export const micaModuleFormula: Formula = {
  ...exact,
  id: 'mica-module-parameters',
  title: 'MiCA parameters of one adapted matrix',
  expression: 'rank * inFeatures',
  symbols: { rank, inFeatures },
  evaluate: ({ rank: r = 0, inFeatures: columns = 0 }) => r * columns,
}

/** BD-LoRA makes one of the two factors block-diagonal, the one whose side GPUs would share. */
export const blockDiagonalModuleFormula: Formula = {
  ...exact,
  id: 'bd-lora-module-parameters',
  title: 'BD-LoRA parameters of one adapted matrix',
  expression: 'rank * (whole + cut / blocks)',
  symbols: {
    rank,
    whole: { ...inFeatures, meaning: 'size of the side whose factor is whole' },
    cut: { ...outFeatures, meaning: 'size of the side whose factor is block-diagonal' },
    blocks: { meaning: 'blocks of that factor', unit: '1', range: [1, 64], whole: true },
  },
  evaluate: ({ rank: r = 0, whole = 0, cut = 0, blocks = 1 }) => r * (whole + cut / blocks),
}
