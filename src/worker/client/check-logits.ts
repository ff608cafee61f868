import { logSumExp } from '../../lib/sampling/log-sum-exp.ts'
import { ModelError } from '../model-error.ts'
import type { RecordedRun } from '../recorded-run.ts'
import type { LanguageModel } from './language.ts'
import type { Cancellable } from './shared-worker.ts'

/** A short prompt with a flat answer, by model: the small differences of many tokens count. */
const runs = import.meta.glob<RecordedRun>('../../data/runs/*/he-said.json', { import: 'default' })

/** Most nats that a model may be away from its recorded run. */
const mostNats = 1e-3

/**
 * KL divergence from a recorded run to logits, in nats: p ln(p / q) summed over the recorded tokens,
 * and over all others as one.
 *
 * @throws RangeError when the logits are no numbers
 */
export const runDivergence = (
  { top, logSumExpOfRest }: Pick<RecordedRun, 'top' | 'logSumExpOfRest'>,
  logits: Float64Array,
): number => {
  const recorded = new Set(top.map(([id]) => id))
  const rest = logSumExp([...logits].filter((_, id) => !recorded.has(id)))
  const pairs = [
    ...top.map(([id, logit]) => [logit, logits[id] ?? NaN] as const),
    [logSumExpOfRest, rest] as const,
  ]
  const total = logSumExp(pairs.map(([was]) => was))
  const found = logSumExp(pairs.map(([, is]) => is))
  return pairs.reduce((sum, [was, is]) => {
    const logP = was - total
    return sum + Math.exp(logP) * (logP - (is - found))
  }, 0)
}

/** Throws when a model does not say what was recorded of it; a model without a run is refused. */
export const checkLogits = async (model: LanguageModel, options: Cancellable): Promise<void> => {
  const run = await runs[`../../data/runs/${model.id}/he-said.json`]?.()
  const ids = run?.tokens.map(({ id }) => id) ?? []
  const logits = await model.nextLogits(ids, { signal: options.signal })
  const best = logits.reduce((most, logit, id) => (logit > (logits[most] ?? NaN) ? id : most), 0)
  if (run !== undefined && best === run.top[0]?.[0] && runDivergence(run, logits) < mostNats) return
  throw new ModelError(
    'failed',
    'The model computes something else here than it was recorded with.',
  )
}
