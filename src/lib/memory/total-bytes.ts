import type { ModelSpec } from '../model/spec.ts'
import { partBands } from './memory-parts.ts'
import { resolveSetup } from './resolve-setup.ts'
import type { InferenceSetup } from './setup.ts'

/**
 * The total of `inferenceMemory` without its workings: what the inverse questions search over.
 *
 * `weights + cache + buffers + overhead + second model`, per device.
 *
 * @throws RangeError as `inferenceMemory`.
 * @example totalBytes(llama3_8b, setup) === inferenceMemory(llama3_8b, setup).total // true
 */
export function totalBytes(spec: ModelSpec, setup: InferenceSetup): number {
  const parts = partBands(spec, resolveSetup(setup))
  return (
    parts.weights.bytes +
    parts.cache.bytes +
    parts.buffers.bytes +
    parts.overhead.bytes +
    parts['second-model'].bytes
  )
}
