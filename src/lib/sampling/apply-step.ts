import type { Candidates } from './candidates.ts'
import type { SamplerRules } from './rules.ts'
import type { SamplerStep, TokenHistory } from './step.ts'
import { dynamicTemperature } from './steps/dynamic-temperature.ts'
import { epsilonCutoff } from './steps/epsilon-cutoff.ts'
import { etaCutoff } from './steps/eta-cutoff.ts'
import { greedy } from './steps/greedy.ts'
import { minP } from './steps/min-p.ts'
import { penalties } from './steps/penalties.ts'
import { repetitionPenalty } from './steps/repetition-penalty.ts'
import { temperature } from './steps/temperature.ts'
import { topK } from './steps/top-k.ts'
import { topNSigma } from './steps/top-n-sigma.ts'
import { topP } from './steps/top-p.ts'
import { typicalP } from './steps/typical-p.ts'

/**
 * One step of a chain: candidates in, candidates out.
 *
 * @throws RangeError when the step's parameters are refused
 * @example applyStep(candidatesOf([1, 2]), { name: 'greedy' }, { promptTokenIds: [], outputTokenIds: [] }, exactRules).ids
 * // Int32Array [1]
 */
export function applyStep(
  candidates: Candidates,
  step: SamplerStep,
  history: TokenHistory,
  rules: SamplerRules,
): Candidates {
  switch (step.name) {
    case 'temperature':
      return temperature(candidates, step.temperature, rules)
    case 'dynamic_temperature':
      return dynamicTemperature(candidates, step, rules)
    case 'greedy':
      return greedy(candidates)
    case 'top_k':
      return topK(candidates, step, rules)
    case 'top_p':
      return topP(candidates, step, rules)
    case 'min_p':
      return minP(candidates, step, rules)
    case 'typical_p':
      return typicalP(candidates, step, rules)
    case 'epsilon_cutoff':
      return epsilonCutoff(candidates, step)
    case 'eta_cutoff':
      return etaCutoff(candidates, step)
    case 'top_n_sigma':
      return topNSigma(candidates, step)
    case 'repetition_penalty':
      return repetitionPenalty(candidates, step, history)
    case 'penalties':
      return penalties(candidates, step, history, rules)
  }
}
