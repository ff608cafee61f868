import type { Certainty, Working } from '../formula/formula.ts'
import type { ModelSpec } from '../model/spec.ts'
import { weightBytesDetailed } from '../weights/weight-bytes-detailed.ts'
import { isWeightFormat } from '../weights/weight-formats.ts'

/** Weights of one device, with how the number came about. */
export interface DeviceWeights {
  readonly bytes: number
  readonly certainty: Certainty
  readonly working: Working
}

const known = new WeakMap<ModelSpec, Map<string, DeviceWeights>>()

/**
 * Bytes of the weights on each of several devices: `weightBytes` with tensor parallelism.
 *
 * `sharedHead` is as in `WeightOptions`. A model's tensors are walked once for each format and number of devices; the answer is then
 * remembered, since a page asks for it at every step of a search.
 *
 * @throws RangeError for a format that `weightBytes` does not know.
 * @example deviceWeights(llama3_8b, 'bf16', 1).bytes // 16_060_522_496
 */
export function deviceWeights(
  spec: ModelSpec,
  format: string,
  gpus: number,
  sharedHead = false,
): DeviceWeights {
  const ofSpec = known.get(spec) ?? new Map<string, DeviceWeights>()
  known.set(spec, ofSpec)
  const key = `${format} ${gpus} ${sharedHead}`
  const found = ofSpec.get(key)
  if (found) return found
  if (!isWeightFormat(format)) {
    throw new RangeError(`Unknown weight format "${format}"; try bf16 or Q4_K_M.`)
  }
  const { bytes, trace } = weightBytesDetailed(spec, format, { tensorParallel: gpus, sharedHead })
  const certainty = trace.kind === 'trace' ? trace.certainty : 'exact'
  const weights: DeviceWeights = { bytes, certainty, working: trace }
  ofSpec.set(key, weights)
  return weights
}
