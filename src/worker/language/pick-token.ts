import { candidatesOf } from '../../lib/sampling/candidates-of.ts'
import { draw } from '../../lib/sampling/draw.ts'
import { samplerChain, type SamplerContext } from '../../lib/sampling/sampler-chain.ts'
import type { SamplerStep } from '../../lib/sampling/step.ts'

export interface Picked {
  readonly id: number
  /** In the distribution that it was drawn from. */
  readonly probability: number
  /** By the model alone. */
  readonly modelProbability: number
  readonly keptCount: number
}

interface PickOptions {
  readonly logits: Float32Array
  readonly steps: readonly SamplerStep[]
  readonly context: SamplerContext
  readonly random: () => number
}

/** The first of the most probable tokens, without sorting the vocabulary. */
const pickGreedily = (logits: Float32Array): Picked => {
  let id = 0
  let top = -Infinity
  for (let each = 0; each < logits.length; each++) {
    const logit = logits[each] ?? NaN
    if (logit > top) {
      top = logit
      id = each
    }
  }
  let total = 0
  for (const logit of logits) total += Math.exp(logit - top)
  return { id, probability: 1, modelProbability: 1 / total, keptCount: 1 }
}

/** Runs the logits through the chain and draws one token of what is left. */
export const pickToken = ({ logits, steps, context, random }: PickOptions): Picked => {
  if (steps.length === 1 && steps[0]?.name === 'greedy') return pickGreedily(logits)
  const start = candidatesOf(logits)
  const { keptTokenIds, probabilities } = samplerChain(start, steps, context)
  const index = draw(probabilities, random)
  const id = keptTokenIds[index] ?? 0
  const weight = start.weights[start.ids.indexOf(id)] ?? 0
  return {
    id,
    probability: probabilities[index] ?? 0,
    modelProbability: weight / start.total,
    keptCount: keptTokenIds.length,
  }
}
