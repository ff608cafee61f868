import type { Working } from '../formula/formula.ts'
import { kvBytesPerToken } from '../cache/kv-bytes-per-token.ts'
import { inferenceMemory } from '../memory/inference-memory.ts'
import { maxContext } from '../memory/max-context.ts'
import { maxSequences } from '../memory/max-sequences.ts'
import { countParameters } from '../model/count-parameters.ts'
import type { ParameterCount } from '../model/count-parameters.ts'
import type { ModelSpec } from '../model/spec.ts'
import { decodeSpeed } from '../speed/decode-speed.ts'
import { prefillTime } from '../speed/prefill-time.ts'
import type { Calculation } from './calculation.ts'
import type { CalculatorData } from './calculator-data.ts'
import { calculatorSetup, calculatorSpec } from './calculator-setup.ts'
import type { CalculatorState } from './calculator-state.ts'

const counted = new WeakMap<ModelSpec, ParameterCount>()

/**
 * Computes everything that the calculator shows about one state.
 *
 * @throws RangeError in words for a setup that cannot be computed, such as a cache format whose
 * blocks do not divide the model's rows.
 * @example calculate(state, data).memory.verdict //=> 'fits'
 */
export function calculate(state: CalculatorState, data: CalculatorData): Calculation {
  const spec = calculatorSpec(state, data.model.spec)
  const setup = calculatorSetup(state, data)
  const memory = inferenceMemory(spec, setup)
  const context = maxContext(spec, setup)
  const parameters = counted.get(spec) ?? countParameters(spec)
  counted.set(spec, parameters)
  const part = (id: string) => memory.parts.find((each) => each.id === id)?.bytes ?? 0
  const speedSetup = { ...setup, device: data.gpu }
  const promptTokens = state.rag
    ? Math.max(1, state.chunks * state.chunkTokens + state.promptTokens)
    : setup.tokens
  const writes = spec.kind === 'decoder' && spec.layers.length > 0
  return {
    spec,
    setup,
    memory,
    parameters: parameters.total,
    activeParameters: parameters.active,
    parameterWorking: parameterWorking(parameters),
    weightBytes: part('weights'),
    cacheBytes: part('cache'),
    cacheBytesPerToken: kvBytesPerToken(spec, {
      keyFormat: state.keyFormat,
      valueFormat: state.valueFormat,
    }),
    longestTokens: context.byMemory,
    longestWorking: context.working,
    nativeTokens: data.model.nativeContext ?? spec.maxPositions,
    mostSequences: maxSequences(spec, setup),
    decode: writes ? orNull(() => decodeSpeed(spec, speedSetup)) : null,
    prefill: writes
      ? orNull(() => prefillTime(spec, { ...speedSetup, tokens: promptTokens }))
      : null,
    promptTokens,
  }
}

/** Where the parameters are; parts that a model lacks are left out. */
function parameterWorking(count: ParameterCount): Working {
  const parts = [
    { label: 'Token table', value: count.embedding },
    { label: 'Tables of positions and types', value: count.otherEmbeddings },
    { label: 'Layers', value: count.layers },
    { label: 'of these, in routed experts', value: count.routedExperts },
    { label: 'Output matrix of its own', value: count.outputHead },
    { label: 'Together', value: count.total },
  ]
  return {
    kind: 'trace',
    title: 'Parameters, summed over the tensors',
    certainty: 'exact',
    source: 'transformers-code',
    steps: parts.filter(({ value }) => value > 0).map((part) => ({ ...part, unit: '1' })),
  }
}

/** A speed that cannot be told, for contexts beyond all sense, leaves the sizes as they are. */
function orNull<Value>(compute: () => Value): Value | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
