import type { Formula } from '../formula/formula.ts'

/**
 * Bytes of the state that recurrent layers keep, whatever the length of the text:
 * L x sequences x (columns x channels x b_conv + elements x b_state).
 *
 * Units: bytes. Source: `llama-cpp-recurrent`.
 *
 * @example
 * recurrentStateBytesFormula.evaluate({
 *   layers: 48, sequences: 4, columns: 3, channels: 10240, columnBytes: 4, elements: 786432, stateBytes: 4,
 * }) // 627572736, the 598.5 MiB that llama.cpp logs
 */
export const recurrentStateBytesFormula: Formula = {
  id: 'recurrent-state-bytes',
  title: 'Bytes of the recurrent state',
  expression: 'layers * sequences * (columns * channels * columnBytes + elements * stateBytes)',
  symbols: {
    layers: { meaning: 'recurrent layers', unit: '1', range: [1, 100], whole: true },
    sequences: { meaning: 'sequences at once', unit: '1', range: [1, 64], whole: true },
    columns: { meaning: 'columns kept for the convolution', unit: '1', range: [1, 4], whole: true },
    channels: {
      meaning: 'channels of the convolution',
      unit: '1',
      range: [64, 20000],
      whole: true,
    },
    columnBytes: { meaning: 'bytes of one number of a column', unit: 'B', range: [2, 4] },
    elements: { meaning: 'numbers in the state', unit: '1', range: [1024, 2e6], whole: true },
    stateBytes: { meaning: 'bytes of one number of the state', unit: 'B', range: [2, 4] },
  },
  unit: 'B',
  certainty: 'exact',
  source: 'llama-cpp-recurrent',
  evaluate: ({
    layers = 0,
    sequences = 0,
    columns = 0,
    channels = 0,
    columnBytes = 0,
    elements = 0,
    stateBytes = 0,
  }) => layers * sequences * (columns * channels * columnBytes + elements * stateBytes),
}
