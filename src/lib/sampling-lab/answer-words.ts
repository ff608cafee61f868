import { countOf } from '../format/count-of.ts'
import { formatCount } from '../format/format-count.ts'
import type { Distribution } from './distribution.ts'
import { formatShare } from './format-share.ts'
import type { SamplingResult } from './sampling-result.ts'
import { labelOf } from './label-of.ts'

/** The answer in words: how many stay, and what that means. */
export interface LabAnswer {
  readonly headline: string
  readonly detail: string
  /** A remark on what a recorded run cannot know, or ''. */
  readonly caveat: string
}

/**
 * Says what the chain did to the distribution.
 *
 * @example answerWords(distribution, result).headline // '3 of 49,152 tokens stay.'
 */
export function answerWords(distribution: Distribution, result: SamplingResult): LabAnswer {
  const { start, known, vocabulary } = distribution
  const { chain, keptCount, keptMass, effectiveBefore, certainty } = result
  const first = start.ids[0] ?? 0
  const label = labelOf(distribution, first)
  const before = formatShare(1 / start.total)
  const at = chain.keptTokenIds.indexOf(first)
  const after = at < 0 ? 'is cut' : `is drawn with ${formatShare(chain.probabilities[at] ?? 0)}`
  const one = keptCount === 1
  const equals = Math.max(1, Math.round(effectiveBefore))
  return {
    headline: `${formatCount(keptCount)} of ${countOf(vocabulary, 'token')} ${one ? 'stays' : 'stay'}.`,
    detail:
      `${one ? 'It holds' : 'They hold'} ${formatShare(keptMass)} of the model’s probability. The model gives ${label} ` +
      `${before}; after the chain it ${after}. ` +
      (equals === 1
        ? 'The model hardly hesitates at all.'
        : `The model hesitates as between ${formatCount(equals)} equal tokens.`),
    caveat: caveat(keptCount, known, start.ids.length, certainty === 'assumed'),
  }
}

function caveat(kept: number, known: number, all: number, assumed: boolean): string {
  if (known >= all) return ''
  const spread = assumed
    ? ' How the rest is spread is assumed here, so these numbers are estimates; the live model gives them exactly.'
    : ''
  if (kept > known) {
    return `The chain keeps more than the ${formatCount(known)} tokens that this recording holds one by one; the others are counted as one body whose sum at temperature 1 is exact.${spread}`
  }
  return spread.trim()
}
