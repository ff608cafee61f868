import { kvCacheBytes } from '../cache/kv-cache-bytes.ts'
import type { Point } from '../chart/line-path.ts'
import type { ModelSpec } from '../model/spec.ts'

/**
 * The cache of one sequence against its tokens, without engines' rounding: points of a line chart,
 * x in tokens, y in bytes.
 */
export const cacheGrowth = (spec: Pick<ModelSpec, 'layers'>, tokens: readonly number[]): Point[] =>
  tokens.map((count) => ({
    x: count,
    y: kvCacheBytes(spec, {
      engine: 'transformers',
      rounding: false,
      tokens: count,
      sequences: 1,
      keyFormat: 'f16',
      valueFormat: 'f16',
    }).total,
  }))
