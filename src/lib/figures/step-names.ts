import { formatNumber } from '../format/format-number.ts'
import type { SamplerStep, SamplerStepName } from '../sampling/step.ts'

const NAMES: Readonly<Record<SamplerStepName, string>> = {
  temperature: 'temperature',
  dynamic_temperature: 'temperature',
  greedy: 'greedy',
  top_k: 'top-k',
  top_p: 'top-p',
  min_p: 'min-p',
  typical_p: 'typical',
  epsilon_cutoff: 'epsilon',
  eta_cutoff: 'eta',
  top_n_sigma: 'top-nσ',
  repetition_penalty: 'repetition penalty',
  penalties: 'penalties',
}

/** A step's name as people write it. @example stepName('top_p') //=> 'top-p' */
export const stepName = (name: SamplerStepName): string => NAMES[name]

/**
 * A step with its setting, as a title.
 *
 * @example stepTitle({ name: 'top_p', p: 0.7 }) //=> 'top-p 0.7'
 */
export const stepTitle = (step: SamplerStep): string => {
  const name = stepName(step.name)
  const value = settingOf(step)
  return value === null ? name : `${name} ${formatNumber(value, { digits: 3 })}`
}

const settingOf = (step: SamplerStep): number | null => {
  switch (step.name) {
    case 'temperature':
    case 'dynamic_temperature':
      return step.temperature
    case 'top_k':
      return step.k
    case 'top_p':
    case 'min_p':
    case 'typical_p':
      return step.p
    case 'epsilon_cutoff':
    case 'eta_cutoff':
      return step.epsilon
    case 'top_n_sigma':
      return step.n
    case 'repetition_penalty':
      return step.penalty
    case 'greedy':
    case 'penalties':
      return null
  }
}
