import type { Formula } from '../formula/formula.ts'

/**
 * Time to read a prompt: its operations at the share of the peak that is reached, but never less
 * than reading the weights once takes.
 *
 * Units: operations, operations a second, bytes, bytes a second; the result is in seconds.
 *
 * @example prefillTimeFormula.evaluate({ flops: 1.5e13, share: 0.5, peak: 1e14, bytesRead: 1.5e10,
 *   bandwidth: 1e12 }) //=> 0.3
 */
export const prefillTimeFormula: Formula = {
  id: 'prefill-time',
  title: 'Time to read a prompt',
  expression: 'max(flops / (share * peak), bytesRead / bandwidth)',
  symbols: {
    flops: { meaning: 'operations of the prompt', unit: '1', range: [1e10, 1e18] },
    share: { meaning: 'share of the peak that is reached', unit: '1', range: [0.05, 1] },
    peak: { meaning: 'peak operations a second', unit: '1/s', range: [1e12, 1e16] },
    bytesRead: { meaning: 'bytes of the weights', unit: 'B', range: [1e8, 1e12] },
    bandwidth: { meaning: 'memory bandwidth', unit: 'B/s', range: [5e10, 1e13] },
  },
  unit: 's',
  certainty: 'assumed',
  source: 'roofline-lbl',
  evaluate: ({ flops = 0, share = 1, peak = 1, bytesRead = 0, bandwidth = 1 }) =>
    Math.max(flops / (share * peak), bytesRead / bandwidth),
}
