import type { SamplerSettings } from './sampler-settings.ts'
import type { SamplerPreset } from './sampler-preset.ts'
import type { SamplerStep, SamplerStepName } from './step.ts'

/**
 * The steps that an engine really runs for these settings, in its order; a setting that is absent or
 * has the value by which the engine switches it off makes no step.
 *
 * Units: those of the settings.
 *
 * @example
 * presetSteps(samplerPresets.huggingface, { topK: 50, topP: 1 }) // [{ name: 'top_k', k: 50 }]
 */
export function presetSteps(
  preset: SamplerPreset,
  settings: SamplerSettings = preset.defaults,
): readonly SamplerStep[] {
  return preset.order.flatMap((name) => {
    const step = stepOf(name, settings)
    return step === null || isOff(step) ? [] : [step]
  })
}

/** The step that a setting asks for, or null when it is absent. */
function stepOf(name: SamplerStepName, settings: SamplerSettings): SamplerStep | null {
  const { temperature, topK, topP, minP, typicalP, epsilonCutoff, etaCutoff, topNSigma } = settings
  const { repetitionPenalty, frequencyPenalty, presencePenalty, penaltyLastN } = settings
  const { dynamicRange, dynamicExponent } = settings
  switch (name) {
    case 'temperature':
      if (temperature === undefined) return null
      return dynamicRange === undefined || dynamicRange <= 0
        ? { name, temperature }
        : {
            name: 'dynamic_temperature',
            temperature,
            range: dynamicRange,
            exponent: dynamicExponent ?? 1,
          }
    case 'top_k':
      return topK === undefined ? null : { name, k: topK }
    case 'top_p':
      return topP === undefined ? null : { name, p: topP }
    case 'min_p':
      return minP === undefined ? null : { name, p: minP }
    case 'typical_p':
      return typicalP === undefined ? null : { name, p: typicalP }
    case 'epsilon_cutoff':
      return epsilonCutoff === undefined ? null : { name, epsilon: epsilonCutoff }
    case 'eta_cutoff':
      return etaCutoff === undefined ? null : { name, epsilon: etaCutoff }
    case 'top_n_sigma':
      return topNSigma === undefined ? null : { name, n: topNSigma }
    case 'repetition_penalty':
      return repetitionPenalty === undefined ? null : { name, penalty: repetitionPenalty }
    case 'penalties':
      return {
        name,
        repeat: repetitionPenalty ?? 1,
        frequency: frequencyPenalty ?? 0,
        presence: presencePenalty ?? 0,
        ...(penaltyLastN === undefined ? {} : { lastN: penaltyLastN }),
      }
    case 'greedy':
    case 'dynamic_temperature':
      return null
  }
}

/** The values at which every engine leaves the step out. */
function isOff(step: SamplerStep): boolean {
  switch (step.name) {
    case 'temperature':
      return step.temperature === 1
    case 'top_k':
      return step.k === 0
    case 'top_p':
    case 'typical_p':
      return step.p >= 1
    case 'min_p':
      return step.p === 0
    case 'epsilon_cutoff':
    case 'eta_cutoff':
      return step.epsilon <= 0 || step.epsilon >= 1
    case 'top_n_sigma':
      return step.n <= 0
    case 'repetition_penalty':
      return step.penalty === 1
    case 'penalties':
      return step.repeat === 1 && step.frequency === 0 && step.presence === 0
    case 'greedy':
    case 'dynamic_temperature':
      return false
  }
}
