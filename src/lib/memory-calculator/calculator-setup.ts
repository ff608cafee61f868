import type { InferenceSetup } from '../memory/setup.ts'
import type { ModelSpec } from '../model/spec.ts'
import { weightBytes } from '../weights/weight-bytes.ts'
import type { CalculatorData } from './calculator-data.ts'
import type { CalculatorState } from './calculator-state.ts'
import { contextTokens } from './context-tokens.ts'
import { overrideShape } from './override-shape.ts'

const reshaped = new WeakMap<ModelSpec, Map<string, ModelSpec>>()

/**
 * The model that the state describes: the chosen one with the what-if shape. Equal questions get
 * the same object, so that what others remember about a model stays of use.
 *
 * @example calculatorSpec({ layers: 384, heads: null, kvHeads: null, headDim: null }, llama2).layers.length //=> 384
 */
export function calculatorSpec(
  state: Pick<CalculatorState, 'layers' | 'heads' | 'kvHeads' | 'headDim'>,
  spec: ModelSpec,
): ModelSpec {
  const { layers, heads, kvHeads, headDim } = state
  const ofSpec = reshaped.get(spec) ?? new Map<string, ModelSpec>()
  reshaped.set(spec, ofSpec)
  const key = [layers, heads, kvHeads, headDim].join(' ')
  const made = ofSpec.get(key) ?? overrideShape(spec, { layers, heads, kvHeads, headDim })
  if (ofSpec.size > 50) ofSpec.clear()
  ofSpec.set(key, made)
  return made
}

/**
 * Translates what the learner set into the setup that the memory functions take.
 *
 * The second model counts with its weights at 16 bits; its own buffers are not known and left out.
 *
 * @example calculatorSetup(state, data).gpuBytes //=> 25757220864
 */
export function calculatorSetup(state: CalculatorState, data: CalculatorData): InferenceSetup {
  const { second, gpu } = data
  return {
    engine: state.engine,
    weightFormat: state.weightFormat,
    keyFormat: state.keyFormat,
    valueFormat: state.valueFormat,
    tokens: contextTokens(state),
    sequences: state.sequences,
    flashAttention: state.flash,
    gpuBytes: state.memory ?? gpu.memoryBytes,
    gpuCount: state.gpuCount,
    ...(state.utilisation === null ? {} : { utilisation: state.utilisation }),
    overheadBytes: state.overhead,
    engineRounding: state.rounding,
    secondModelBytes: second === null ? 0 : weightBytes(second.spec, 'fp16'),
    knownWeightBytes: state.fileBytes,
  }
}
