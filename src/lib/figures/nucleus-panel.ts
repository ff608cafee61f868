import { formatPercent } from '../format/format-percent.ts'
import { candidatesOf } from '../sampling/candidates-of.ts'
import { probabilitiesOf } from '../sampling/probabilities-of.ts'
import { samplerChain } from '../sampling/sampler-chain.ts'

export interface NucleusBar {
  readonly place: number
  readonly probability: number
  /** Sum of this and all more probable ones. */
  readonly cumulative: number
  readonly kept: boolean
}

export interface NucleusPanel {
  readonly bars: readonly NucleusBar[]
  readonly keptCount: number
  readonly keptMass: string
  readonly text: string
}

/**
 * A distribution, most probable first, with its running sum and what top-p keeps of it.
 * Units: probabilities. Source: `holtzman-2019`.
 *
 * @example nucleusPanel({ weights: [1, 1, 1, 1], p: 0.5 }).keptCount //=> 2
 */
export const nucleusPanel = ({
  weights,
  p,
}: {
  readonly weights: readonly number[]
  readonly p: number
}): NucleusPanel => {
  const start = candidatesOf(weights.map(Math.log))
  const stage = samplerChain(start, [{ name: 'top_p', p }]).stages[0]
  const keptCount = stage?.keptCount ?? 0
  let cumulative = 0
  const bars = Array.from(probabilitiesOf(start), (probability, index) => {
    cumulative += probability
    return { place: index + 1, probability, cumulative, kept: index < keptCount }
  })
  const keptMass = formatPercent(stage?.keptMass ?? 0, { digits: 1 })
  return {
    bars,
    keptCount,
    keptMass,
    text: `${keptCount} of ${bars.length} tokens kept, holding ${keptMass}`,
  }
}
