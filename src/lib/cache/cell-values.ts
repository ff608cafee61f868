import type { Formula } from '../formula/formula.ts'
import type { CacheFormat } from '../memory/setup.ts'
import type { FullAttention, MlaAttention, SlidingAttention } from '../model/spec.ts'
import { bytesPerElement } from './bytes-per-element.ts'
import { CACHE_FORMATS } from './cache-formats.ts'
import type { CacheRequest } from './cache-options.ts'
import { checkRow } from './check-row.ts'
import { kvBytesPerTokenFormula } from './kv-bytes-per-token.formula.ts'
import { mlaBytesPerTokenFormula } from './mla-bytes-per-token.formula.ts'

export type CachingAttention = FullAttention | SlidingAttention | MlaAttention

/** A formula and the values to put into it, for one layer. */
export interface CellValues {
  readonly formula: Formula
  readonly values: Readonly<Record<string, number>>
}

/**
 * Which formula gives the bytes of one token in one attention layer of one device, and its values.
 *
 * With several devices each holds `max(1, ceil(kvHeads / devices))` heads: fewer key heads than
 * devices are duplicated. The latent of MLA is the same on every device; with a value cache it is
 * one head of `rank + rope` key numbers and `rank` value numbers. Expanded MLA is stored like
 * ordinary heads.
 *
 * @throws RangeError for a quantised row that does not fill its blocks.
 * @example cellValues(llama3Layer, request).values.kvHeads // 8
 */
export function cellValues(attention: CachingAttention, request: CacheRequest): CellValues {
  const held = (format: CacheFormat): CacheFormat =>
    attention.kind === 'sliding' && request.slidingStaysF16 && isQuantized(format) ? 'f16' : format
  const keyFormat = held(request.keyFormat)
  const valueFormat = held(request.valueFormat)
  const keyBytes = bytesPerElement(keyFormat)
  const valueBytes = bytesPerElement(valueFormat)
  if (attention.kind === 'mla' && request.mlaForm === 'latent') {
    const { kvLoraRank: latentRank, ropeHeadDim: ropeDim } = attention
    checkRow(latentRank + ropeDim, keyFormat)
    return {
      formula: mlaBytesPerTokenFormula,
      values: { layers: 1, latentRank, ropeDim, keyBytes },
    }
  }
  if (attention.kind === 'mla' && request.mlaForm === 'latent-kv') {
    const { kvLoraRank: valueDim, ropeHeadDim } = attention
    const keyDim = valueDim + ropeHeadDim
    checkRow(keyDim, keyFormat)
    checkRow(valueDim, valueFormat)
    return {
      formula: kvBytesPerTokenFormula,
      values: { layers: 1, kvHeads: 1, keyDim, keyBytes, valueDim, valueBytes },
    }
  }
  const expanded = attention.kind === 'mla'
  const allHeads = expanded ? attention.heads : attention.kvHeads
  const keyDim = expanded ? attention.nopeHeadDim + attention.ropeHeadDim : attention.headDim
  const valueDim = attention.valueHeadDim
  const kvHeads = Math.max(1, Math.ceil(allHeads / request.tensorParallel))
  checkRow(kvHeads * keyDim, keyFormat)
  checkRow(kvHeads * valueDim, valueFormat)
  return {
    formula: kvBytesPerTokenFormula,
    values: { layers: 1, kvHeads, keyDim, keyBytes, valueDim, valueBytes },
  }
}

const isQuantized = (format: CacheFormat): boolean => CACHE_FORMATS[format].blockElements > 1
