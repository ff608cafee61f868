import type { SamplerStep } from '../sampling/step.ts'
import type { LabState } from './lab-state.ts'
import type { LabStep } from './lab-step.ts'

/**
 * The steps that a state runs, in its order: those that are switched on, with their values.
 *
 * @example chainSteps({ ...state, chain: ['top_k', 'top_p'], on: ['top_p'], topP: 0.9 })
 * // [{ name: 'top_p', p: 0.9 }]
 */
export function chainSteps(state: LabState): readonly SamplerStep[] {
  return state.chain.filter((name) => state.on.includes(name)).map((name) => stepOf(name, state))
}

function stepOf(name: LabStep, state: LabState): SamplerStep {
  switch (name) {
    case 'temperature':
      return { name, temperature: state.temperature }
    case 'top_k':
      return { name, k: state.topK }
    case 'top_p':
      return { name, p: state.topP }
    case 'min_p':
      return { name, p: state.minP }
    case 'typical_p':
      return { name, p: state.typicalP }
    case 'epsilon_cutoff':
      return { name, epsilon: state.epsilon }
    case 'eta_cutoff':
      return { name, epsilon: state.eta }
    case 'top_n_sigma':
      return { name, n: state.topNSigma }
    case 'repetition_penalty':
      return { name, penalty: state.repeat }
    case 'penalties': {
      const { repeat, frequency, presence, lastN } = state
      return { name, repeat, frequency, presence, lastN }
    }
  }
}
