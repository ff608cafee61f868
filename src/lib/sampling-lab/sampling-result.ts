import type { Certainty } from '../formula/formula.ts'
import { entropyOf } from '../sampling/entropy-of.ts'
import { effectiveVocabularyFormula } from '../sampling/effective-vocabulary.formula.ts'
import { samplerChain } from '../sampling/sampler-chain.ts'
import type { SamplerResult } from '../sampling/sampler-chain.ts'
import { chainSteps } from './chain-steps.ts'
import { chainCertainty } from './chain-certainty.ts'
import type { Distribution } from './distribution.ts'
import { engineRules } from './engine-chain.ts'
import type { LabState } from './lab-state.ts'

/** What the chain made of a distribution, with the sums that the lab shows. */
export interface SamplingResult {
  readonly chain: SamplerResult
  readonly keptCount: number
  /** Share of the model's own distribution that the kept tokens hold. */
  readonly keptMass: number
  /** In nats. */
  readonly entropyBefore: number
  readonly entropyAfter: number
  readonly effectiveBefore: number
  readonly effectiveAfter: number
  readonly certainty: Certainty
}

/**
 * Runs the chain of a state over a distribution.
 *
 * Units: shares of 1, nats, tokens.
 *
 * @throws RangeError when the engine's rules refuse a parameter
 * @example samplingResult(state, runDistribution(run)).keptCount // 7
 */
export function samplingResult(state: LabState, distribution: Distribution): SamplingResult {
  const { start, known, vocabulary, promptTokens, written } = distribution
  const chain = samplerChain(start, chainSteps(state), {
    promptTokenIds: promptTokens.map(({ id }) => id),
    outputTokenIds: written.map(({ id }) => id),
    rules: engineRules(state.engine),
  })
  const last = chain.stages.at(-1)?.candidates ?? start
  const entropyBefore = entropyOf(start)
  const entropyAfter = entropyOf(last)
  return {
    chain,
    keptCount: chain.keptTokenIds.length,
    keptMass: massIn(chain, vocabulary),
    entropyBefore,
    entropyAfter,
    effectiveBefore: effectiveVocabularyFormula.evaluate({ entropy: entropyBefore }),
    effectiveAfter: effectiveVocabularyFormula.evaluate({ entropy: entropyAfter }),
    certainty: chainCertainty(chain, known),
  }
}

/** What the kept tokens hold of the distribution before the first step. */
function massIn({ start, keptTokenIds }: SamplerResult, vocabulary: number): number {
  if (keptTokenIds.length === start.ids.length) return 1
  const kept = new Uint8Array(vocabulary)
  for (const id of keptTokenIds) kept[id] = 1
  let mass = 0
  let left = keptTokenIds.length
  for (let place = 0; left > 0 && place < start.ids.length; place++) {
    if (kept[start.ids[place] ?? 0] !== 1) continue
    mass += start.weights[place] ?? 0
    left--
  }
  return Math.min(1, mass / start.total)
}
