import { applyStep } from './apply-step.ts'
import { candidatesOf } from './candidates-of.ts'
import type { Candidates } from './candidates.ts'
import { exactRules } from './exact-rules.ts'
import { keptMass } from './kept-mass.ts'
import { probabilitiesOf } from './probabilities-of.ts'
import type { SamplerRules } from './rules.ts'
import type { SamplerStep, TokenHistory } from './step.ts'

/** What the chain knows besides the logits; absent means no tokens so far and the exact rules. */
export interface SamplerContext extends Partial<TokenHistory> {
  readonly rules?: SamplerRules
}

/** One step of a chain and what it left. */
export interface SamplerStage {
  readonly step: SamplerStep
  readonly keptCount: number
  /** Tokens that this step took out. */
  readonly cutCount: number
  /** Share of the distribution right before the step that its survivors held. */
  readonly keptMass: number
  /** The survivors, most probable first; `probabilitiesOf` gives their probabilities. */
  readonly candidates: Candidates
}

export interface SamplerResult {
  /** The vocabulary before the first step. */
  readonly start: Candidates
  readonly stages: readonly SamplerStage[]
  /** Most probable first, equal ones by id. */
  readonly keptTokenIds: Int32Array
  /** In the same order; they sum to 1 within 1e-12. */
  readonly probabilities: Float64Array
}

/**
 * Runs logits through a chain of steps in the order given, on float64 probabilities over the whole
 * vocabulary. Each step sees the distribution that the one before left, renormalised.
 *
 * Units: logits in, probabilities out. `logits` may be prepared once with `candidatesOf`.
 * Source: `holtzman-2019`, and the sources of each step.
 *
 * @throws RangeError when the logits or a step's parameters are refused
 * @example
 * const logits = [0.5, 0.25, 0.125, 0.125].map(Math.log)
 * samplerChain(logits, [{ name: 'top_p', p: 0.75 }, { name: 'temperature', temperature: 2 }])
 *   .probabilities // Float64Array [0.5858, 0.4142]
 */
export function samplerChain(
  logits: ArrayLike<number> | Candidates,
  steps: readonly SamplerStep[],
  context: SamplerContext = {},
): SamplerResult {
  const { rules = exactRules, promptTokenIds = [], outputTokenIds = [] } = context
  const history = { promptTokenIds, outputTokenIds }
  const start = 'ids' in logits ? logits : candidatesOf(logits)
  let before = start
  const stages = steps.map((step) => {
    const candidates = applyStep(before, step, history, rules)
    const stage = {
      step,
      keptCount: candidates.ids.length,
      cutCount: before.ids.length - candidates.ids.length,
      keptMass: keptMass(before, candidates),
      candidates,
    }
    before = candidates
    return stage
  })
  return { start, stages, keptTokenIds: before.ids, probabilities: probabilitiesOf(before) }
}
