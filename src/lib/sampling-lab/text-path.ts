import { countOf } from '../format/count-of.ts'
import { formatCount } from '../format/format-count.ts'
import { formatNumber } from '../format/format-number.ts'
import type { Distribution } from './distribution.ts'
import { formatShare } from './format-share.ts'
import type { LabToken } from './lab-token.ts'
import type { Pick } from './pick-token.ts'
import type { SamplingResult } from './sampling-result.ts'
import { stepInWords } from './step-in-words.ts'
import { labelOf } from './label-of.ts'
import { tokenLabel } from './token-label.ts'

/** One stage on the way from a text to its next token. */
export interface PathStage {
  readonly id: 'tokens' | 'logits' | 'softmax' | 'chain' | 'pick' | 'append'
  readonly title: string
  readonly says: string
  /** Pairs of a thing and its number, most telling first. */
  readonly items: readonly { readonly label: string; readonly value: string }[]
}

/** How many tokens and logits a stage lists. */
const SHOWN = 6

/**
 * The way from text to token with the numbers of this run: tokens and ids, logits of the last place,
 * softmax, chain, pick, append.
 *
 * @example textPath({ distribution, result, pick }).map(({ id }) => id)
 * // ['tokens', 'logits', 'softmax', 'chain', 'pick', 'append']
 */
export function textPath(shown: {
  readonly distribution: Distribution
  readonly result: SamplingResult
  readonly pick: Pick
}): readonly PathStage[] {
  const { distribution, pick } = shown
  const read = [...distribution.promptTokens, ...distribution.written]
  const stages = [logits(distribution), softmax(distribution), chain(shown), picked(shown)]
  return read.length === 0 ? stages : [tokens(read), ...stages, append(read, distribution, pick.id)]
}

function tokens(read: readonly LabToken[]): PathStage {
  return {
    id: 'tokens',
    title: 'The text is cut into tokens, each with an id',
    says: `${countOf(read.length, 'token')}; the model sees only the ids.`,
    items: read
      .slice(-4 * SHOWN)
      .map((token) => ({ label: tokenLabel(token), value: String(token.id) })),
  }
}

function logits(distribution: Distribution): PathStage {
  const { start, vocabulary, known } = distribution
  const last = start.logits[Math.min(known, start.logits.length) - 1] ?? 0
  const lowest = known < start.logits.length ? `place ${formatCount(known)}` : 'the lowest'
  return {
    id: 'logits',
    title: 'At the last place the model gives every token a logit',
    says: `${countOf(vocabulary, 'number')}, one for each token of the vocabulary; only their differences count.`,
    items: [
      ...top(distribution, (index) => formatNumber(start.logits[index] ?? 0, { digits: 3 })),
      { label: `… ${lowest}`, value: formatNumber(last, { digits: 3 }) },
    ],
  }
}

function softmax(distribution: Distribution): PathStage {
  const { start } = distribution
  const sum = (start.logits[0] ?? 0) + Math.log(start.total)
  return {
    id: 'softmax',
    title: 'Softmax turns the logits into probabilities',
    says: `Each is e^(logit − ${formatNumber(sum, { digits: 3 })}), the ln of the sum over all; together they are 1. Nothing of this is hidden.`,
    items: top(distribution, (index) => formatShare((start.weights[index] ?? 0) / start.total)),
  }
}

function chain({ result }: { readonly result: SamplingResult }): PathStage {
  const { stages, start } = result.chain
  return {
    id: 'chain',
    title: 'The chain cuts and reshapes',
    says:
      stages.length === 0
        ? 'No step is switched on: the model’s own probabilities stay.'
        : 'Step by step, each on what the one before left, rescaled to 1.',
    items: [
      { label: 'before', value: countOf(start.ids.length, 'token') },
      ...stages.map(({ step, keptCount }) => ({
        label: stepInWords(step),
        value: countOf(keptCount, 'token'),
      })),
    ],
  }
}

function picked(shown: { readonly distribution: Distribution; readonly pick: Pick }): PathStage {
  const { distribution, pick } = shown
  const label = labelOf(distribution, pick.id)
  const number = (value: number) => formatNumber(value, { digits: 4 })
  return {
    id: 'pick',
    title: 'One of them is drawn',
    says: `The seed gives the random number ${number(pick.random)}; it falls between ${number(pick.from)} and ${number(pick.to)} of the running sum, the stretch of ${label}.`,
    items: [{ label, value: formatShare(pick.probability) }],
  }
}

function append(read: readonly LabToken[], distribution: Distribution, drawn: number): PathStage {
  const last = { label: labelOf(distribution, drawn), value: String(drawn) }
  return {
    id: 'append',
    title: 'It is appended, and everything begins again',
    says: `The text now has ${countOf(read.length + 1, 'token')}; the model reads the new one and gives new logits, until an end token comes or somebody stops it.`,
    items: [
      ...read.slice(-3).map((token) => ({ label: tokenLabel(token), value: String(token.id) })),
      last,
    ],
  }
}

function top(distribution: Distribution, value: (index: number) => string): PathStage['items'] {
  const { start } = distribution
  return Array.from({ length: Math.min(SHOWN, start.ids.length) }, (_, index) => {
    const id = start.ids[index] ?? 0
    return { label: labelOf(distribution, id), value: value(index) }
  })
}
