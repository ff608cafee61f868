import { layerGroups } from '../cache/layer-groups.ts'
import type { ModelSpec } from '../model/spec.ts'
import { inferenceMemory } from './inference-memory.ts'
import type { InferenceMemory, InferenceSetup } from './setup.ts'

export interface GpusNeeded {
  readonly gpus: number
  readonly memory: InferenceMemory
}

/**
 * Fewest devices in tensor parallel on which the setup fits; null when no number of them helps.
 *
 * `smallest N with weights/N + cache(max(1, K/N)) + buffers + overhead <= device x utilisation`,
 * where N divides the query heads of every layer. Beyond N = K the cache shrinks no more, since
 * each device needs one key head. The setup's own `gpuCount` plays no part.
 *
 * Source: `vllm-kv-cache-interface`.
 *
 * @throws RangeError as `inferenceMemory`.
 * @example gpusNeeded(llama3_70b_bf16, setup80GiB)?.gpus // 2
 */
export function gpusNeeded(spec: ModelSpec, setup: InferenceSetup): GpusNeeded | null {
  for (const gpus of headDivisors(spec)) {
    const memory = inferenceMemory(spec, { ...setup, gpuCount: gpus })
    if (memory.spare >= 0) return { gpus, memory }
  }
  return null
}

/** Numbers of devices that share out the heads of all layers evenly, from 1 up. */
function headDivisors(spec: ModelSpec): readonly number[] {
  const heads = layerGroups(spec.layers).flatMap(({ attention }) =>
    'heads' in attention ? [attention.heads] : [],
  )
  const most = heads.length === 0 ? 8 : Math.min(...heads)
  const all = Array.from({ length: most }, (_, index) => index + 1)
  return all.filter((gpus) => heads.every((count) => count % gpus === 0))
}
