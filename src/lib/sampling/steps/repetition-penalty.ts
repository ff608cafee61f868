import type { Candidates } from '../candidates.ts'
import { requirePositive } from '../check-parameters.ts'
import { reorder } from '../reorder.ts'
import type { TokenHistory } from '../step.ts'
import { tokenCounts } from '../token-counts.ts'

/**
 * Lowers the logit of every token that stands in the prompt or the answer, once however often.
 *
 * Formula: logit > 0 ? logit / penalty : logit x penalty.
 * Units: penalty is a plain number, 1 is off. Source: `transformers-sampling`.
 *
 * @throws RangeError when the penalty is not above 0, or an id is no whole number
 * @example
 * repetitionPenalty(candidatesOf([2, 1]), { penalty: 4 }, { promptTokenIds: [0], outputTokenIds: [] })
 *   .ids // Int32Array [1, 0]
 */
export function repetitionPenalty(
  candidates: Candidates,
  { penalty }: { readonly penalty: number },
  { promptTokenIds, outputTokenIds }: TokenHistory,
): Candidates {
  requirePositive('The repetition penalty', penalty)
  if (penalty === 1) return candidates
  return reorder(candidates, tokenCounts([...promptTokenIds, ...outputTokenIds]), (logit) =>
    logit > 0 ? logit / penalty : logit * penalty,
  )
}
