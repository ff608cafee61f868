import { exactRules } from '../sampling/exact-rules.ts'
import { presetSteps } from '../sampling/preset-steps.ts'
import type { SamplerRules } from '../sampling/rules.ts'
import { samplerPresets } from '../sampling/sampler-presets.ts'
import type { SamplerSettings } from '../sampling/sampler-settings.ts'
import { isLabStep } from './lab-step.ts'
import type { LabStep } from './lab-step.ts'
import { labSchema } from './lab-state.ts'
import type { LabEngine, LabState } from './lab-state.ts'

type ChainState = Pick<LabState, 'engine' | 'chain' | 'on'> & Partial<LabState>

/**
 * An engine's rules for ties, thresholds and refused values.
 *
 * @example engineRules('ollama').topPReach // 'more-than'
 */
export const engineRules = (engine: LabEngine): SamplerRules =>
  engine === 'exact' ? exactRules : samplerPresets[engine].rules

/**
 * The order in which an engine runs the steps that the lab has controls for.
 *
 * @example engineOrder('llama.cpp').at(-1) // 'temperature'
 */
export const engineOrder = (engine: LabEngine): readonly LabStep[] =>
  engine === 'exact' ? labSchema.chain.initial : samplerPresets[engine].order.filter(isLabStep)

/**
 * The change of state that makes the lab sample as an engine does when nothing is set: its rules,
 * its order, its defaults.
 *
 * @example engineChain('ollama').topP // 0.9
 */
export function engineChain(engine: LabEngine): ChainState {
  const chain = engineOrder(engine)
  if (engine === 'exact') return { engine, chain, on: labSchema.on.initial, ...initialValues() }
  const preset = samplerPresets[engine]
  const on = presetSteps(preset)
    .map(({ name }) => name)
    .filter(isLabStep)
  return { engine, chain, on, ...values(preset.defaults) }
}

/**
 * The same settings in the order and under the rules of another engine. Steps that it does not have
 * are left out; a penalty becomes the engine's own kind of penalty.
 *
 * @example sameSettings({ ...state, on: ['top_p', 'top_n_sigma'] }, 'ollama').on // ['top_p']
 */
export function sameSettings(state: LabState, engine: LabEngine): ChainState {
  const chain = engineOrder(engine)
  const penalised = state.on.includes('penalties') || state.on.includes('repetition_penalty')
  const on = chain.filter((step) =>
    step === 'penalties' || step === 'repetition_penalty' ? penalised : state.on.includes(step),
  )
  return { engine, chain, on }
}

/**
 * Steps that are switched on and that an engine does not have.
 *
 * @example missingSteps({ ...state, on: ['top_n_sigma'] }, 'vllm') // ['top_n_sigma']
 */
export function missingSteps(state: LabState, engine: LabEngine): readonly LabStep[] {
  const { on } = sameSettings(state, engine)
  const penalty = on.some((step) => step === 'penalties' || step === 'repetition_penalty')
  return state.on.filter((step) =>
    step === 'penalties' || step === 'repetition_penalty' ? !penalty : !on.includes(step),
  )
}

function values(settings: SamplerSettings): Partial<LabState> {
  const pairs: readonly (readonly [keyof LabState, number | undefined])[] = [
    ['temperature', settings.temperature],
    ['topK', settings.topK],
    ['topP', settings.topP],
    ['minP', settings.minP],
    ['typicalP', settings.typicalP],
    ['epsilon', settings.epsilonCutoff],
    ['eta', settings.etaCutoff],
    ['topNSigma', settings.topNSigma],
    ['repeat', settings.repetitionPenalty],
    ['frequency', settings.frequencyPenalty],
    ['presence', settings.presencePenalty],
    ['lastN', settings.penaltyLastN],
  ]
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
}

const initialValues = (): Partial<LabState> => ({
  temperature: labSchema.temperature.initial,
  topP: labSchema.topP.initial,
})
