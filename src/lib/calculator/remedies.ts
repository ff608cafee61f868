import { formatTokens } from '../format/format-tokens.ts'
import { bestQuantization } from '../memory/best-quantization.ts'
import { gpusNeeded } from '../memory/gpus-needed.ts'
import { inferenceMemory } from '../memory/inference-memory.ts'
import type { CacheFormat, Engine } from '../memory/setup.ts'
import { isWeightFormat } from '../weights/weight-formats.ts'
import type { Calculation } from './calculation.ts'
import type { CalculatorData, GpuRow } from './calculator-data.ts'
import type { CalculatorState } from './calculator-state.ts'

/** A change that would make it fit: what its button says, and what it sets. */
export interface Remedy {
  readonly label: string
  readonly change: Partial<CalculatorState>
}

const SMALL_CACHE: Readonly<Record<Engine, CacheFormat | null>> = {
  'llama.cpp': 'q8_0',
  vllm: 'fp8',
  transformers: null,
}

/** Shorter contexts than this are no help to anybody. */
const LEAST_TOKENS = 256

/**
 * What would make a setup fit that does not: each change alone, and where none helps alone, the
 * smaller weights and the smaller cache together. Empty when it fits already.
 *
 * @example remedies({ state, data, calculation, gpus })[0].label //=> 'Shorten the context to 12,032 tokens'
 */
export function remedies(asked: {
  readonly state: CalculatorState
  readonly data: CalculatorData
  readonly calculation: Calculation
  /** Cards to suggest, in any order. */
  readonly gpus: readonly GpuRow[]
}): readonly Remedy[] {
  if (asked.calculation.memory.spare >= 0) return []
  const alone = [shorter, smallerCache, smallerWeights].flatMap((find) => tried(find, asked))
  const both = alone.length === 0 ? tried(smallerBoth, asked) : []
  return [...alone, ...both, ...tried(largerCard, asked), ...tried(moreCards, asked)]
}

/** A format may not suit a model's rows: then it is no remedy. */
function tried(find: (asked: Asked) => Remedy | null, asked: Asked): readonly Remedy[] {
  try {
    const remedy = find(asked)
    return remedy === null ? [] : [remedy]
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

type Asked = Parameters<typeof remedies>[0]

function shorter({ state, calculation }: Asked): Remedy | null {
  const step = calculation.longestTokens >= 4096 ? 1024 : 256
  const tokens = Math.floor(calculation.longestTokens / step) * step
  if (tokens < LEAST_TOKENS || tokens >= calculation.setup.tokens) return null
  const fewer = Math.floor(
    (tokens - state.promptTokens - state.answerTokens) / Math.max(1, state.chunkTokens),
  )
  if (state.rag && fewer >= 1) {
    return {
      label: `Retrieve ${fewer} chunks instead of ${state.chunks}`,
      change: { chunks: fewer },
    }
  }
  return {
    label: `Shorten the context to ${formatTokens(tokens)}`,
    change: { tokens, rag: false },
  }
}

function smallerCache({ state, calculation }: Asked): Remedy | null {
  const format = SMALL_CACHE[state.engine]
  if (format === null || state.keyFormat === format || state.valueFormat === format) return null
  const formats = { keyFormat: format, valueFormat: format }
  const { spec, setup } = calculation
  const memory = inferenceMemory(spec, { ...setup, ...formats, flashAttention: true })
  if (memory.spare < 0) return null
  return { label: `Keep the cache in ${format}`, change: { ...formats, flash: true } }
}

function smallerWeights({ state, calculation }: Asked): Remedy | null {
  const best = bestQuantization(calculation.spec, calculation.setup)
  if (best === null || !isWeightFormat(best.format) || best.format === state.weightFormat)
    return null
  return {
    label: `Use ${best.format} weights`,
    change: { weightFormat: best.format, fileBytes: null },
  }
}

function smallerBoth({ state, calculation }: Asked): Remedy | null {
  const format = SMALL_CACHE[state.engine]
  if (format === null) return null
  const formats = { keyFormat: format, valueFormat: format }
  const setup = { ...calculation.setup, ...formats, flashAttention: true }
  const chosen = bestQuantization(calculation.spec, setup)
  if (chosen === null || !isWeightFormat(chosen.format)) return null
  return {
    label: `Use ${chosen.format} weights and a ${format} cache`,
    change: { weightFormat: chosen.format, fileBytes: null, ...formats, flash: true },
  }
}

/** The smallest card of the same sort that holds it. */
function largerCard({ state, data, calculation, gpus }: Asked): Remedy | null {
  const { spec, setup } = calculation
  const fitting = gpus
    .filter((gpu) => gpu.memoryBytes > setup.gpuBytes && sortOf(gpu) === sortOf(data.gpu))
    .sort((a, b) => a.memoryBytes - b.memoryBytes || b.bandwidthGBps - a.bandwidthGBps)
    .find((gpu) => inferenceMemory(spec, { ...setup, gpuBytes: gpu.memoryBytes }).spare >= 0)
  if (fitting === undefined) return null
  const count = state.gpuCount > 1 ? `${state.gpuCount} × ` : ''
  return {
    label: `Use ${count}${fitting.name}`,
    change: { gpu: fitting.id, memory: null },
  }
}

/** Graphics cards, machines with shared memory, and processors are not exchanged for each other. */
const sortOf = ({ memoryClass }: GpuRow): string =>
  memoryClass === 'gddr' || memoryClass === 'hbm' ? 'card' : memoryClass

function moreCards({ state, data, calculation }: Asked): Remedy | null {
  const needed = gpusNeeded(calculation.spec, calculation.setup)
  if (needed === null || needed.gpus <= state.gpuCount || needed.gpus > 16) return null
  return {
    label: `Share the work among ${needed.gpus} × ${data.gpu.name}`,
    change: { gpuCount: needed.gpus },
  }
}
