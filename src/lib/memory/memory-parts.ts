import { kvCacheBytes } from '../cache/kv-cache-bytes.ts'
import type { ModelSpec } from '../model/spec.ts'
import { type Band, exactly } from './band.ts'
import { type WorkedBand, bufferBytes } from './buffer-bytes.ts'
import { deviceWeights } from './device-weights.ts'
import { ENGINE_OVERHEAD } from './engine-overhead.ts'
import type { ResolvedSetup } from './resolve-setup.ts'
import type { MemoryPart } from './setup.ts'

/** The bytes of each part of one device's memory. */
export type PartBands = Readonly<Record<Exclude<MemoryPart['id'], 'buffers'>, Band>> & {
  readonly buffers: WorkedBand
}

/** FP8 checkpoints differ in what they leave at 16 bits: this much either way. */
const ASSUMED_WEIGHTS = 0.03

/**
 * Bytes of each part of one device's memory, the one source for totals, bands and searches.
 *
 * @throws RangeError for settings out of range and unknown formats.
 * @example partBands(llama3_8b, resolveSetup(setup)).cache.bytes // 1_073_741_824 at 8192 tokens
 */
export function partBands(spec: ModelSpec, setup: ResolvedSetup): PartBands {
  return {
    weights: weightBand(spec, setup),
    cache: exactly(kvCacheBytes(spec, setup.cacheOptions).total),
    buffers: bufferBytes(spec, setup),
    overhead:
      setup.overheadBytes === null ? ENGINE_OVERHEAD[setup.engine] : exactly(setup.overheadBytes),
    'second-model': exactly(setup.secondModelBytes),
  }
}

function weightBand(spec: ModelSpec, setup: ResolvedSetup): Band {
  if (setup.knownWeightBytes !== null) return exactly(setup.knownWeightBytes / setup.gpuCount)
  const { bytes, certainty } = deviceWeights(
    spec,
    setup.weightFormat,
    setup.gpuCount,
    setup.engine === 'vllm',
  )
  const margin = certainty === 'exact' ? 0 : ASSUMED_WEIGHTS * bytes
  return { bytes, low: bytes - margin, high: bytes + margin }
}
