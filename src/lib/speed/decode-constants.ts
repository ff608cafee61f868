import type { Certainty } from '../formula/formula.ts'
import type { MemoryClass } from '../hardware/gpu.ts'
import type { Engine } from '../memory/setup.ts'
import { fittedDecode } from './fitted-constants.ts'

export interface SpeedConstants {
  readonly efficiency: number
  /** Seconds. */
  readonly layerTime: number
  /** The band is typical / (1 + spread) to typical x (1 + spread). */
  readonly spread: number
  readonly certainty: Certainty
}

/**
 * Assumed, no published run in the truth table: processors in llama.cpp, and the other engines.
 * vLLM replays recorded launches, so a layer costs less; transformers launches every operation from
 * Python, so it costs far more. Wide bands say so.
 */
const assumedEngines = {
  vllm: { efficiency: 0.8, layerTime: 50e-6, spread: 0.4, certainty: 'assumed' },
  transformers: { efficiency: 0.8, layerTime: 500e-6, spread: 0.5, certainty: 'assumed' },
} as const
const assumedProcessor = {
  efficiency: 0.75,
  layerTime: 50e-6,
  spread: 0.4,
  certainty: 'assumed',
} as const

/**
 * Constants of the decode model for an engine and a class of memory: fitted for llama.cpp on
 * graphics and unified memory, assumed elsewhere.
 *
 * Units: share of bandwidth, seconds. Source: the truth table's rows named in `fittedDecode`.
 *
 * @example decodeConstants({ engine: 'llama.cpp', memoryClass: 'gddr' }).certainty //=> 'fitted'
 */
export function decodeConstants(run: {
  readonly engine: Engine
  readonly memoryClass: MemoryClass
}): SpeedConstants {
  if (run.engine !== 'llama.cpp') return assumedEngines[run.engine]
  if (run.memoryClass === 'ddr') return assumedProcessor
  return { ...fittedDecode.classes[run.memoryClass], certainty: 'fitted' }
}
