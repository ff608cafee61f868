import { kvCacheBytes } from '../cache/kv-cache-bytes.ts'
import { countParameters } from '../model/count-parameters.ts'
import type { ModelSpec } from '../model/spec.ts'
import { weightBytes } from '../weights/weight-bytes.ts'
import { isWeightFormat } from '../weights/weight-formats.ts'
import { peakOperations } from './peak-operations.ts'
import type { SpeedSetup } from './speed-setup.ts'
import { weightBytesRead } from './weight-bytes-read.ts'

/** What both speeds are computed from. */
export interface SpeedInputs {
  /** Of all devices that work at the same time. */
  readonly bandwidth: number
  readonly peak: number | null
  readonly weightsRead: number
  readonly cacheRead: number
  /** Parameters that work on one token, without the input tables. */
  readonly activeParameters: number
}

/**
 * Checks a setup and works out what one step reads: the weights that it touches and the cache of
 * all sequences, without the padding that is allocated but not read.
 *
 * vLLM shares every layer among its GPUs, so their bandwidths add up; llama.cpp and transformers
 * put the layers one after the other, so they do not.
 *
 * Units: bytes, bytes a second, operations a second. Errors: RangeError for an encoder, an unknown
 * weight format, or numbers out of range.
 */
export function speedInputs(spec: ModelSpec, setup: SpeedSetup): SpeedInputs {
  const { weightFormat, sequences, device, gpuCount = 1 } = setup
  if (spec.kind === 'encoder') {
    throw new RangeError('An encoder generates no tokens; decode speed is for decoders.')
  }
  if (!isWeightFormat(weightFormat)) {
    throw new RangeError(`weightFormat is "${weightFormat}"; expected one such as bf16 or Q4_K_M`)
  }
  if (!(device.bandwidthGBps > 0) || !Number.isFinite(device.bandwidthGBps)) {
    throw new RangeError(`bandwidthGBps is ${device.bandwidthGBps}; expected a number above 0`)
  }
  if (!Number.isSafeInteger(gpuCount) || gpuCount < 1) {
    throw new RangeError(`gpuCount is ${gpuCount}; expected a whole number of at least 1`)
  }
  const together = setup.engine === 'vllm' ? gpuCount : 1
  const peak = peakOperations(device.tflops, weightFormat)
  const counts = countParameters(spec)
  const inputTables = (spec.tied ? 0 : counts.embedding) + counts.otherEmbeddings
  return {
    bandwidth: device.bandwidthGBps * 1e9 * together,
    peak: peak === null ? null : peak * together,
    weightsRead: weightBytesRead(spec, weightFormat, setup) * knownScale(spec, setup),
    cacheRead: kvCacheBytes(spec, {
      engine: setup.engine,
      tokens: setup.tokens,
      sequences,
      keyFormat: setup.keyFormat,
      valueFormat: setup.valueFormat,
      rounding: false,
    }).total,
    activeParameters: counts.active - inputTables,
  }
}

/** A file whose size the learner gave is read in the proportion of the computed one. */
function knownScale(spec: ModelSpec, setup: SpeedSetup): number {
  const { knownWeightBytes = null, weightFormat, weightOptions } = setup
  if (knownWeightBytes === null || !isWeightFormat(weightFormat)) return 1
  return knownWeightBytes / weightBytes(spec, weightFormat, weightOptions)
}
