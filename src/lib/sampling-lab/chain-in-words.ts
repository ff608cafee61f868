import { chainSteps } from './chain-steps.ts'
import type { LabState } from './lab-state.ts'
import { stepInWords } from './step-in-words.ts'

/**
 * A chain in words.
 *
 * @example chainInWords({ ...state, chain: ['top_k', 'top_p'], on: ['top_k'], topK: 40 }) // 'top-k 40'
 */
export function chainInWords(state: LabState): string {
  const steps = chainSteps(state)
  return steps.length === 0 ? 'no step' : steps.map(stepInWords).join(', then ')
}
