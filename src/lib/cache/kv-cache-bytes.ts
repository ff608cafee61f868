import type { ModelSpec } from '../model/spec.ts'
import type { CacheOptions } from './cache-options.ts'
import { cacheRequest } from './cache-request.ts'
import { groupBytes } from './group-bytes.ts'
import { layerGroups } from './layer-groups.ts'

/** The part of a model that decides its cache. Without a family, every window is believed. */
export type CachingModel = Pick<ModelSpec, 'layers'> & Partial<Pick<ModelSpec, 'family' | 'kind'>>

/** Bytes that a cache holds for all sequences, on one device. */
export interface CacheBytes {
  readonly total: number
  /** Keys and values, or latents. */
  readonly attention: number
  readonly convolution: number
  readonly recurrent: number
  /** Places that vLLM's equal pages leave empty in models of several kinds of layer, else 0. */
  readonly padding: number
  /** Bytes of each layer; they sum to the total less the padding. */
  readonly perLayer: readonly number[]
}

/**
 * Bytes of the key-value cache and the recurrent states of a model, by an engine's own rules.
 *
 * `sum over layers of cells x K x (d_k x b_k + d_v x b_v)`: the engine decides the cells, see its
 * policy; latent attention stores `rank + rope` numbers a cell; recurrent layers a fixed state for
 * each sequence. An encoder caches nothing.
 *
 * Source: Ainslie et al. 2023 and each engine's code, named in its policy.
 *
 * @throws RangeError for options out of range, or a quantised row that does not fill its blocks.
 * @example
 * kvCacheBytes(llama3_8b, {
 *   engine: 'llama.cpp', tokens: 8192, sequences: 1, keyFormat: 'f16', valueFormat: 'f16',
 * }).total // 1_073_741_824
 */
export function kvCacheBytes(spec: CachingModel, options: CacheOptions): CacheBytes {
  const request = cacheRequest(options, spec.family)
  const groups = spec.kind === 'encoder' ? [] : layerGroups(spec.layers)
  const perLayer = new Array<number>(spec.layers.length).fill(0)
  const sums = { attention: 0, convolution: 0, recurrent: 0, padding: 0 }
  for (const part of groupBytes(groups, request)) {
    const count = part.group.layers.length
    sums.attention += part.attention * count
    sums.convolution += part.convolution * count
    sums.recurrent += part.recurrent * count
    sums.padding += part.padding
    const layer = part.attention + part.convolution + part.recurrent
    for (const index of part.group.layers) perLayer[index] = layer
  }
  const total = sums.attention + sums.convolution + sums.recurrent + sums.padding
  return { total, ...sums, perLayer }
}
