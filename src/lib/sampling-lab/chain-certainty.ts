import type { Certainty } from '../formula/formula.ts'
import type { SamplerResult } from '../sampling/sampler-chain.ts'

/** Steps that look at every token of the list to decide which stay. */
const SEES_ALL = new Set(['typical_p', 'top_n_sigma', 'eta_cutoff', 'dynamic_temperature'])
/** Steps that compare with the sum of all tokens. */
const SEES_SUM = new Set(['top_p', 'epsilon_cutoff'])
/** Steps that change how much the tokens of the rest weigh together. */
const BENDS = new Set(['temperature', 'penalties', 'repetition_penalty', 'dynamic_temperature'])

/**
 * How far the outcome of a chain can be trusted when only the first `known` tokens are known one by
 * one: exact as long as every step needs no more than these and the sum of the others; assumed once
 * a step depends on how the rest is spread, or cuts inside it.
 *
 * @example chainCertainty(samplerChain([1, 0], []), 2) // 'exact'
 */
export function chainCertainty({ start, stages }: SamplerResult, known: number): Certainty {
  let count = start.ids.length
  if (known >= count) return 'exact'
  let bent = false
  for (const { step, keptCount, candidates } of stages) {
    if (count <= known) break
    if (SEES_ALL.has(step.name)) return 'assumed'
    const takesAll = step.name === 'top_p' && step.p >= 1
    if (bent && SEES_SUM.has(step.name) && !takesAll) return 'assumed'
    // A cut between tokens that are not known one by one.
    if (keptCount > known && keptCount < count) return 'assumed'
    bent ||= BENDS.has(step.name) && candidates.logits !== start.logits
    count = keptCount
  }
  return bent && count > known ? 'assumed' : 'exact'
}
