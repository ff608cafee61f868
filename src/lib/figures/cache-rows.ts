import { kvCacheBytes } from '../cache/kv-cache-bytes.ts'
import { formatBytes } from '../format/format-bytes.ts'
import type { ModelSpec } from '../model/spec.ts'

export interface CacheRow {
  readonly name: string
  readonly bytesPerToken: number
  readonly label: string
}

/**
 * Cache bytes of one token in 16 bits for several models, largest first: the rows of a bar chart.
 * Units: bytes.
 *
 * @example cacheRows([{ name: 'Llama-3-8B', spec }])[0]?.label //=> '128 KiB'
 */
export const cacheRows = (
  models: readonly { readonly name: string; readonly spec: Pick<ModelSpec, 'layers'> }[],
): CacheRow[] =>
  models
    .map(({ name, spec }) => {
      const bytesPerToken = kvCacheBytes(spec, {
        engine: 'transformers',
        rounding: false,
        tokens: 1,
        sequences: 1,
        keyFormat: 'f16',
        valueFormat: 'f16',
      }).attention
      return { name, bytesPerToken, label: formatBytes(bytesPerToken, { base: 'iec', digits: 1 }) }
    })
    .sort((a, b) => b.bytesPerToken - a.bytesPerToken)
