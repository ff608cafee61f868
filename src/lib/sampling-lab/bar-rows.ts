import { cutStages } from '../sampling/cut-stages.ts'
import type { SamplerStepName } from '../sampling/step.ts'
import type { Distribution } from './distribution.ts'
import type { SamplingResult } from './sampling-result.ts'
import { labelOf } from './label-of.ts'

/** One token of the picture. */
export interface BarRow {
  readonly id: number
  readonly label: string
  /** Place by the model's own probability, from 1. */
  readonly rank: number
  readonly logit: number
  /** Probability by the model alone. */
  readonly before: number
  /** Probability of being drawn; 0 when it is cut. */
  readonly after: number
  /** The step that took it out, or null when it stayed. */
  readonly cutBy: SamplerStepName | null
  /** Sum of the probabilities from the first token to this one, as the p line sees them. */
  readonly cumulative: number
}

/** The rows of the picture and what stands for all the other tokens. */
export interface BarRows {
  readonly rows: readonly BarRow[]
  readonly others: {
    readonly count: number
    readonly kept: number
    readonly before: number
    readonly after: number
  }
}

/**
 * The most probable tokens before and after the chain, and the others as one. The cumulative sums
 * are those of the distribution that reaches `top_p`, or of the model's own where it is off.
 *
 * @example barRows(distribution, result, 10).rows[0]?.before // 0.804…
 */
export function barRows(
  distribution: Distribution,
  { chain }: SamplingResult,
  count: number,
): BarRows {
  const { start, vocabulary, known } = distribution
  const shown = Math.min(count, known, start.ids.length)
  const cut = cutStages(chain, vocabulary)
  const after = placesIn(chain.keptTokenIds, chain.probabilities, start.ids, shown)
  const atP = chain.stages.findIndex(({ step }) => step.name === 'top_p')
  const seen = atP <= 0 ? start : (chain.stages[atP - 1]?.candidates ?? start)
  const shares = placesIn(seen.ids, seen.weights, start.ids, shown)
  let cumulative = 0
  const rows = Array.from({ length: shown }, (_, place): BarRow => {
    const id = start.ids[place] ?? 0
    const stage = cut[id] ?? -1
    cumulative += (shares[place] ?? 0) / seen.total
    return {
      id,
      label: labelOf(distribution, id),
      rank: place + 1,
      logit: start.logits[place] ?? 0,
      before: (start.weights[place] ?? 0) / start.total,
      after: after[place] ?? 0,
      cutBy: stage < 0 ? null : (chain.stages[stage]?.step.name ?? null),
      cumulative: Math.min(1, cumulative),
    }
  })
  const sum = (key: 'before' | 'after') => rows.reduce((total, row) => total + row[key], 0)
  const keptHere = rows.filter(({ cutBy }) => cutBy === null).length
  return {
    rows,
    others: {
      count: start.ids.length - shown,
      kept: chain.keptTokenIds.length - keptHere,
      before: Math.max(0, 1 - sum('before')),
      after: Math.max(0, 1 - sum('after')),
    },
  }
}

/** The values of the first few wanted ids, by their place among the wanted; 0 for one that is gone. */
function placesIn(
  ids: Int32Array,
  values: Float64Array,
  wanted: Int32Array,
  count: number,
): readonly number[] {
  const places = new Map(Array.from(wanted.subarray(0, count), (id, place) => [id, place]))
  const found = new Array<number>(count).fill(0)
  let left = count
  for (let index = 0; index < ids.length && left > 0; index++) {
    const place = places.get(ids[index] ?? -1)
    if (place === undefined) continue
    found[place] = values[index] ?? 0
    left--
  }
  return found
}
