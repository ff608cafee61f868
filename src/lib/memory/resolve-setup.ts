import type { CacheOptions } from '../cache/cache-options.ts'
import type { Engine, InferenceSetup } from './setup.ts'

/** A setup with the engine's defaults filled in and every number checked. */
export interface ResolvedSetup extends Required<Omit<InferenceSetup, 'cache'>> {
  readonly cacheOptions: CacheOptions
  /** True when the overhead is given and rounding is off: buffers count as inside that overhead. */
  readonly buffersInside: boolean
}

const UTILISATION: Readonly<Record<Engine, number>> = {
  transformers: 1,
  'llama.cpp': 1,
  vllm: 0.92,
}

const BATCH_TOKENS: Readonly<Record<Engine, number>> = {
  transformers: 1,
  'llama.cpp': 512,
  vllm: 8192,
}

/**
 * Checks a setup once and fills in what the engine would take by itself.
 *
 * Utilisation: vLLM 0.92 (its `gpu_memory_utilization`), the others 1. Batch: llama.cpp 512, vLLM
 * 8192 tokens. Flash attention on, one device, engine rounding on.
 *
 * @throws RangeError naming the setting that is out of range.
 * @example resolveSetup({ ...setup, engine: 'vllm' }).utilisation // 0.92
 */
export function resolveSetup(setup: InferenceSetup): ResolvedSetup {
  const { engine, tokens, sequences, keyFormat, valueFormat } = setup
  const gpuCount = setup.gpuCount ?? 1
  const utilisation = setup.utilisation ?? UTILISATION[engine]
  const batchTokens = setup.batchTokens ?? BATCH_TOKENS[engine]
  const engineRounding = setup.engineRounding ?? true
  const overheadBytes = setup.overheadBytes ?? null
  const secondModelBytes = setup.secondModelBytes ?? 0
  const knownWeightBytes = setup.knownWeightBytes ?? null
  bytes('gpuBytes', setup.gpuBytes)
  bytes('overheadBytes', overheadBytes ?? 0)
  bytes('secondModelBytes', secondModelBytes)
  bytes('knownWeightBytes', knownWeightBytes ?? 0)
  if (!Number.isSafeInteger(gpuCount) || gpuCount < 1) {
    throw new RangeError(`gpuCount is ${gpuCount}; it must be a whole number of at least 1.`)
  }
  if (!(utilisation > 0 && utilisation <= 1)) {
    throw new RangeError(`utilisation is ${utilisation}; it must lie above 0 and be at most 1.`)
  }
  return {
    engine,
    weightFormat: setup.weightFormat,
    keyFormat,
    valueFormat,
    tokens,
    sequences,
    flashAttention: setup.flashAttention ?? true,
    batchTokens,
    gpuBytes: setup.gpuBytes,
    gpuCount,
    utilisation,
    overheadBytes,
    engineRounding,
    secondModelBytes,
    knownWeightBytes,
    buffersInside: overheadBytes !== null && !engineRounding,
    cacheOptions: {
      ...setup.cache,
      engine,
      tokens,
      sequences,
      keyFormat,
      valueFormat,
      batchTokens,
      tensorParallel: gpuCount,
      rounding: engineRounding,
    },
  }
}

function bytes(name: string, value: number): void {
  if (!Number.isFinite(value) || value < 0) {
    throw new RangeError(`${name} is ${value}; it must be a number of bytes, 0 or more.`)
  }
}
