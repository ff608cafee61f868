import { cacheWorking } from '../cache/cache-working.ts'
import type { Certainty, Working } from '../formula/formula.ts'
import type { ModelSpec } from '../model/spec.ts'
import type { Band } from './band.ts'
import { deviceWeights } from './device-weights.ts'
import { partBands } from './memory-parts.ts'
import { type ResolvedSetup, resolveSetup } from './resolve-setup.ts'
import type { Engine, InferenceMemory, InferenceSetup, MemoryPart } from './setup.ts'

/**
 * Memory that one device needs to run a model, in named parts, with the band it is sure of.
 *
 * `weights + cache + buffers + overhead + second model <= device x utilisation`. Weights and cache
 * follow the engine's own rules; buffers and overhead are ranges, unless the setup gives the
 * overhead. With rounding off and an overhead given, buffers count as inside that overhead, so that
 * the sum can be worked by hand. Several devices share the work in tensor parallel.
 *
 * Units: bytes. Sources: those of the parts.
 *
 * @throws RangeError naming the setting that is out of range.
 * @example
 * inferenceMemory(llama3_8b, {
 *   engine: 'llama.cpp', weightFormat: 'Q4_K_M', keyFormat: 'f16', valueFormat: 'f16',
 *   tokens: 8192, sequences: 1, gpuBytes: 12 * 2 ** 30,
 * }).verdict // 'fits'
 */
export function inferenceMemory(spec: ModelSpec, setup: InferenceSetup): InferenceMemory {
  const resolved = resolveSetup(setup)
  const bands = partBands(spec, resolved)
  const parts: readonly MemoryPart[] = [
    { id: 'weights', ...bands.weights, ...weightFacts(spec, resolved) },
    part('cache', bands.cache, 'exact', cacheWorking(spec, resolved.cacheOptions)),
    part(
      'buffers',
      bands.buffers,
      resolved.buffersInside ? 'exact' : 'assumed',
      bands.buffers.working,
    ),
    part(
      'overhead',
      bands.overhead,
      resolved.overheadBytes === null ? 'assumed' : 'exact',
      overheadWorking(resolved, bands.overhead),
    ),
    part('second-model', bands['second-model'], 'exact', []),
  ]
  const sum = (key: keyof Band): number => parts.reduce((total, item) => total + item[key], 0)
  const total = sum('bytes')
  const band = [sum('low'), sum('high')] as const
  const budget = resolved.gpuBytes * resolved.utilisation
  return {
    parts,
    total,
    band,
    budget,
    spare: budget - total,
    verdict: band[1] <= budget ? 'fits' : band[0] <= budget ? 'tight' : 'no',
  }
}

const part = (
  id: MemoryPart['id'],
  { bytes, low, high }: Band,
  certainty: Certainty,
  working: readonly Working[],
): MemoryPart => ({ id, bytes, low, high, certainty, working })

function weightFacts(spec: ModelSpec, setup: ResolvedSetup) {
  if (setup.knownWeightBytes === null) {
    const { certainty, working } = deviceWeights(
      spec,
      setup.weightFormat,
      setup.gpuCount,
      setup.engine === 'vllm',
    )
    return { certainty, working: [working] }
  }
  const steps = [
    { label: 'Size of the file', value: setup.knownWeightBytes, unit: 'B' },
    { label: 'Devices that share it', value: setup.gpuCount, unit: '1' },
  ]
  return {
    certainty: 'exact' as const,
    working: [given(setup.engine, 'Weights of a known size', 'exact', steps)],
  }
}

function overheadWorking(setup: ResolvedSetup, overhead: Band): readonly Working[] {
  if (setup.overheadBytes !== null) {
    const step = { label: 'Overhead as given', value: overhead.bytes, unit: 'B' }
    return [given(setup.engine, 'Overhead', 'exact', [step])]
  }
  return [
    given(setup.engine, `Overhead of ${setup.engine}`, 'assumed', [
      { label: 'Seen at least', value: overhead.low, unit: 'B' },
      { label: 'Taken here', value: overhead.bytes, unit: 'B' },
      { label: 'Seen at most', value: overhead.high, unit: 'B' },
    ]),
  ]
}

const SOURCES: Readonly<Record<Engine, string>> = {
  'llama.cpp': 'llama-cpp-logs',
  vllm: 'vllm-memory-profile',
  transformers: 'transformers-memory',
}

const given = (
  engine: Engine,
  title: string,
  certainty: Certainty,
  steps: Extract<Working, { kind: 'trace' }>['steps'],
): Working => ({ kind: 'trace', title, certainty, source: SOURCES[engine], steps })
