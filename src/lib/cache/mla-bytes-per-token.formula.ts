import type { Formula } from '../formula/formula.ts'

/**
 * Cache bytes that one token adds under multi-head latent attention: one latent and one rotary
 * key that all heads share, L x (rank + rope) x b. Values are computed from the latent.
 *
 * Units: bytes. Source: `vllm-kv-cache-interface`.
 *
 * @example
 * mlaBytesPerTokenFormula.evaluate({ layers: 61, latentRank: 512, ropeDim: 64, keyBytes: 2 }) // 70272
 */
export const mlaBytesPerTokenFormula: Formula = {
  id: 'mla-bytes-per-token',
  title: 'Cache bytes for one token, latent attention',
  expression: 'layers * (latentRank + ropeDim) * keyBytes',
  symbols: {
    layers: { meaning: 'layers that cache', unit: '1', range: [1, 130], whole: true },
    latentRank: { meaning: 'numbers in the latent', unit: '1', range: [32, 1024], whole: true },
    ropeDim: { meaning: 'numbers in the rotary key', unit: '1', range: [8, 128], whole: true },
    keyBytes: { meaning: 'bytes of one cached number', unit: 'B', range: [0.5, 4] },
  },
  unit: 'B',
  certainty: 'exact',
  source: 'vllm-kv-cache-interface',
  evaluate: ({ layers = 0, latentRank = 0, ropeDim = 0, keyBytes = 0 }) =>
    layers * (latentRank + ropeDim) * keyBytes,
}
