import type { Calculation } from './calculation.ts'
import { calculate } from './calculate.ts'
import type { CalculatorData } from './calculator-data.ts'
import type { CalculatorState } from './calculator-state.ts'
import { shownShape } from './override-shape.ts'

/** What "set the widget until …" can be checked on: plain values, bytes and tokens. */
export interface CalculatorFacts {
  readonly modelId: string
  readonly pasted: boolean
  readonly gpu: string
  readonly gpuCount: number
  readonly gpuBytes: number
  readonly engine: string
  readonly weightFormat: string
  readonly keyFormat: string
  readonly valueFormat: string
  readonly tokens: number
  readonly sequences: number
  readonly rag: boolean
  readonly chunks: number
  readonly chunkTokens: number
  readonly parameters: number
  readonly layers: number
  readonly heads: number
  readonly kvHeads: number
  readonly headDim: number
  readonly kvBytesPerToken: number
  readonly cacheBytes: number
  readonly weightBytes: number
  readonly totalBytes: number
  readonly budgetBytes: number
  readonly spareBytes: number
  readonly fits: boolean
  readonly verdict: string
  readonly maxTokens: number
  readonly maxSequences: number
  readonly tokensPerSecond: number
}

/**
 * The plain facts of a state of the Memory calculator.
 *
 * @throws RangeError as `calculate`.
 * @example calculatorFacts(state, data).kvBytesPerToken //=> 196608
 */
export function calculatorFacts(
  state: CalculatorState,
  data: CalculatorData,
  calculation: Calculation = calculate(state, data),
): CalculatorFacts {
  const { memory, spec, setup, decode } = calculation
  const shape = shownShape(spec)
  return {
    modelId: data.model.id,
    pasted: state.config !== '',
    gpu: data.gpu.id,
    gpuCount: state.gpuCount,
    gpuBytes: setup.gpuBytes,
    engine: state.engine,
    weightFormat: state.weightFormat,
    keyFormat: state.keyFormat,
    valueFormat: state.valueFormat,
    tokens: setup.tokens,
    sequences: state.sequences,
    rag: state.rag,
    chunks: state.chunks,
    chunkTokens: state.chunkTokens,
    parameters: calculation.parameters,
    layers: spec.layers.length,
    heads: shape?.heads ?? 0,
    kvHeads: shape?.kvHeads ?? 0,
    headDim: shape?.headDim ?? 0,
    kvBytesPerToken: calculation.cacheBytesPerToken,
    cacheBytes: calculation.cacheBytes,
    weightBytes: calculation.weightBytes,
    totalBytes: memory.total,
    budgetBytes: memory.budget,
    spareBytes: memory.spare,
    fits: memory.spare >= 0,
    verdict: memory.verdict,
    maxTokens: calculation.longestTokens,
    maxSequences: calculation.mostSequences,
    tokensPerSecond: decode?.typical ?? 0,
  }
}
