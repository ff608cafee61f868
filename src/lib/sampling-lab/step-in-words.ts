import type { SamplerStep } from '../sampling/step.ts'
import { stepNames } from './step-names.ts'

/**
 * A step with its value.
 *
 * @example stepInWords({ name: 'top_p', p: 0.9 }) // 'top-p 0.9'
 */
export const stepInWords = (step: SamplerStep): string =>
  `${stepNames[step.name]} ${valueOf(step)}`.trim()

function valueOf(step: SamplerStep): string {
  switch (step.name) {
    case 'temperature':
    case 'dynamic_temperature':
      return String(step.temperature)
    case 'top_k':
      return String(step.k)
    case 'top_p':
    case 'min_p':
    case 'typical_p':
      return String(step.p)
    case 'epsilon_cutoff':
    case 'eta_cutoff':
      return String(step.epsilon)
    case 'top_n_sigma':
      return String(step.n)
    case 'repetition_penalty':
      return String(step.penalty)
    case 'penalties':
      return `${step.repeat ?? 1} / ${step.frequency ?? 0} / ${step.presence ?? 0}`
    case 'greedy':
      return ''
  }
}
