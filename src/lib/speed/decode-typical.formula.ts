import type { Formula } from '../formula/formula.ts'

/**
 * Tokens a second to expect: memory delivers a share of its bandwidth, and each layer costs a fixed
 * time to launch its work. Share and time are fitted on published runs of llama.cpp.
 *
 * Units: bytes, bytes a second, seconds; the result is tokens a second of all sequences together.
 *
 * @example decodeTypicalFormula.evaluate({ sequences: 1, bytesRead: 4.68e9, efficiency: 0.9,
 *   bandwidth: 1008e9, layers: 32, layerTime: 85e-6 }) //=> 127.0…
 */
export const decodeTypicalFormula: Formula = {
  id: 'decode-typical',
  title: 'Tokens a second to expect',
  expression: 'sequences / (bytesRead / (efficiency * bandwidth) + layers * layerTime)',
  symbols: {
    sequences: { meaning: 'sequences in the batch', unit: '1', range: [1, 256], whole: true },
    bytesRead: { meaning: 'bytes read in one step', unit: 'B', range: [1e8, 1e12] },
    efficiency: { meaning: 'share of the bandwidth that is reached', unit: '1', range: [0.2, 1] },
    bandwidth: { meaning: 'memory bandwidth', unit: 'B/s', range: [5e10, 1e13] },
    layers: { meaning: 'layers of the model', unit: '1', range: [1, 128], whole: true },
    layerTime: { meaning: 'fixed time of a layer', unit: 's', range: [0, 1e-3] },
  },
  unit: '1/s',
  certainty: 'fitted',
  source: 'xiongjie-gpu-benchmarks',
  evaluate: ({
    sequences = 1,
    bytesRead = 1,
    efficiency = 1,
    bandwidth = 1,
    layers = 0,
    layerTime = 0,
  }) => sequences / (bytesRead / (efficiency * bandwidth) + layers * layerTime),
}
