import type { Candidates } from '../candidates.ts'
import { requireMinKeep, requireNumber } from '../check-parameters.ts'
import { keptRange } from '../kept-range.ts'
import type { SamplerRules } from '../rules.ts'
import { tieEnd } from '../tie-end.ts'

/**
 * Keeps the k most probable tokens. A k above the vocabulary keeps everything.
 *
 * Units: tokens. Source: `fan-2018`, `transformers-sampling`, `llama-cpp-sampling`.
 *
 * @throws RangeError when k is not whole, or the rules refuse 0 or negative values
 * @example topK(candidatesOf([1, 3, 2]), { k: 2 }, exactRules).ids // Int32Array [1, 2]
 */
export function topK(
  candidates: Candidates,
  { k, minKeep }: { readonly k: number; readonly minKeep?: number },
  rules: SamplerRules,
): Candidates {
  if (!Number.isInteger(requireNumber('top_k', k))) {
    throw new RangeError(`top_k is ${k}; it must be a whole number of tokens.`)
  }
  const atLeast = requireMinKeep(minKeep)
  if (k === 0 && rules.topKZero === 'refuse') {
    throw new RangeError('top_k is 0; this step wants 1 or more. Leave the step out to keep all.')
  }
  const isRefused = rules.topKNegative === 'refuse' || (rules.topKNegative !== 'off' && k !== -1)
  if (k < 0 && isRefused) {
    throw new RangeError(`top_k is ${k}; it must not be negative.`)
  }
  if (k <= 0) return candidates
  const wanted = Math.max(k, atLeast)
  const count = Math.min(wanted, candidates.ids.length)
  const end = rules.topKTies === 'keep-all' ? tieEnd(candidates, count) : count
  return keptRange(candidates, 0, end, Math.min(candidates.listed, Math.max(wanted, end)))
}
