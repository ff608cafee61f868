import type { Candidates } from '../candidates.ts'
import { requireNumber, requirePositive } from '../check-parameters.ts'
import { reorder } from '../reorder.ts'
import type { SamplerRules } from '../rules.ts'
import type { PenaltiesStep, TokenHistory } from '../step.ts'
import { tokenCounts } from '../token-counts.ts'

/**
 * Lowers the logits of tokens that came before: the repeat penalty divides a positive logit and
 * multiplies a negative one, the frequency penalty takes off its value for each occurrence, the
 * presence penalty once.
 *
 * Formula: (logit > 0 ? logit / repeat : logit x repeat) - count x frequency - [count > 0] x presence.
 * Units: logits; `lastN` in tokens, 0 or less is off. Source: `llama-cpp-sampling`, `vllm-sampling`.
 *
 * @throws RangeError when a parameter is no number, repeat is not above 0, or an id is no whole number
 * @example
 * penalties(candidatesOf([2, 1]), { name: 'penalties', repeat: 4 }, { promptTokenIds: [0], outputTokenIds: [] }, exactRules)
 *   .ids // Int32Array [1, 0]
 */
export function penalties(
  candidates: Candidates,
  step: Omit<PenaltiesStep, 'name'>,
  { promptTokenIds, outputTokenIds }: TokenHistory,
  rules: SamplerRules,
): Candidates {
  const repeat = requirePositive('The repeat penalty', step.repeat ?? 1)
  const frequency = requireNumber('The frequency penalty', step.frequency ?? 0)
  const presence = requireNumber('The presence penalty', step.presence ?? 0)
  const all = [...promptTokenIds, ...outputTokenIds]
  const seen = rules.penaltyScope === 'last-n' ? lastOf(all, step.lastN) : all
  const counted = rules.penaltyScope === 'last-n' ? seen : outputTokenIds
  if (repeat === 1 && frequency === 0 && presence === 0) return candidates
  const counts = tokenCounts(counted)
  return reorder(candidates, tokenCounts(seen), (logit, id) => {
    const count = counts[id] ?? 0
    const repeated = logit > 0 ? logit / repeat : logit * repeat
    return repeated - count * frequency - (count > 0 ? presence : 0)
  })
}

function lastOf(ids: readonly number[], lastN: number = ids.length): readonly number[] {
  if (!Number.isInteger(lastN)) {
    throw new RangeError(`The penalties look back ${lastN} tokens; it must be a whole number.`)
  }
  return lastN <= 0 ? [] : ids.slice(-lastN)
}
