import type { LabState } from './lab-state.ts'
import { stepNames } from './step-names.ts'

/**
 * A chain in words.
 *
 * @example chainInWords({ ...state, chain: ['top_k', 'top_p'], on: ['top_k'], topK: 40 }) // 'top-k 40'
 */
export function chainInWords(state: LabState): string {
  const value = {
    penalties: `${state.repeat} / ${state.frequency} / ${state.presence}`,
    repetition_penalty: String(state.repeat),
    top_n_sigma: String(state.topNSigma),
    top_k: String(state.topK),
    typical_p: String(state.typicalP),
    top_p: String(state.topP),
    min_p: String(state.minP),
    temperature: String(state.temperature),
  }
  const steps = state.chain.filter((step) => state.on.includes(step))
  if (steps.length === 0) return 'no step'
  return steps.map((step) => `${stepNames[step]} ${value[step]}`).join(', then ')
}
