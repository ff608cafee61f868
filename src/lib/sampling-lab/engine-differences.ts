import { countOf } from '../format/count-of.ts'
import { formatCount } from '../format/format-count.ts'
import type { SamplerRules } from '../sampling/rules.ts'
import type { Distribution } from './distribution.ts'
import { engineRules } from './engine-chain.ts'
import type { EngineSide, EngineSides } from './engine-comparison.ts'
import { formatShare } from './format-share.ts'
import type { LabStep } from './lab-step.ts'
import type { SamplingResult } from './sampling-result.ts'
import { stepNames } from './step-names.ts'
import { tokenLabel } from './token-label.ts'

/** Steps whose outcome a temperature before them changes. */
const SENSITIVE: readonly LabStep[] = [
  'top_p',
  'typical_p',
  'min_p',
  'epsilon_cutoff',
  'eta_cutoff',
]
const NAMED = 5

/**
 * What differs between two engines on the same logits: how many and which tokens stay, how much
 * probability moves, and by which order or rule.
 *
 * @example engineDifferences(sides, distribution)[0] // 'Both keep 3 tokens.'
 */
export function engineDifferences(
  sides: EngineSides,
  distribution: Distribution,
): readonly string[] {
  const [one, two] = sides
  if (one.result === null || two.result === null) {
    return sides
      .filter(({ problem }) => problem !== '')
      .map(({ name, problem }) => `${name} refuses this: ${problem}`)
  }
  const distance = totalVariation(one.result, two.result, distribution.vocabulary)
  const moved =
    distance < 1e-9
      ? 'Their probabilities are the same.'
      : `${formatShare(distance)} of the probability lies on other tokens.`
  return [
    counts(one, two),
    only(one, two, distribution),
    only(two, one, distribution),
    moved,
    order(sides),
    ...rules(sides),
  ].filter((sentence) => sentence !== '')
}

function counts(one: EngineSide, two: EngineSide): string {
  const kept = ({ result }: EngineSide) => result?.keptCount ?? 0
  const many = (count: number) => countOf(count, 'token')
  return kept(one) === kept(two)
    ? `Both keep ${many(kept(one))}.`
    : `${one.name} keeps ${many(kept(one))}; ${two.name} keeps ${many(kept(two))}.`
}

function only(one: EngineSide, two: EngineSide, distribution: Distribution): string {
  const { tokens, vocabulary } = distribution
  const theirs = new Uint8Array(vocabulary)
  for (const id of two.result?.chain.keptTokenIds ?? []) theirs[id] = 1
  const mine = one.result?.chain.keptTokenIds ?? new Int32Array()
  const alone = mine.filter((id) => theirs[id] === 0)
  if (alone.length === 0) return ''
  const named = [...alone.subarray(0, NAMED)].flatMap((id) => tokens.get(id) ?? [])
  const more = alone.length - named.length
  const rest = more > 0 ? ` and ${formatCount(more)} more` : ''
  return `Only ${one.name} keeps ${named.map(tokenLabel).join(', ')}${rest}.`
}

/** Half the sum of the differences: how much probability lies elsewhere. */
function totalVariation(one: SamplingResult, two: SamplingResult, vocabulary: number): number {
  const shares = new Float64Array(vocabulary)
  const add = ({ chain }: SamplingResult, sign: 1 | -1) =>
    chain.keptTokenIds.forEach((id, place) => {
      shares[id] = (shares[id] ?? 0) + sign * (chain.probabilities[place] ?? 0)
    })
  add(one, 1)
  add(two, -1)
  return shares.reduce((sum, share) => sum + Math.abs(share), 0) / 2
}

function order(sides: EngineSides): string {
  const [first, second] = sides.map(({ state }) => {
    const steps = state.chain.filter((step) => state.on.includes(step))
    const at = steps.indexOf('temperature')
    const warm = at >= 0 && state.temperature !== 1
    return warm ? steps.slice(0, at).filter((step) => SENSITIVE.includes(step)) : null
  })
  if (!first || !second || first.join() === second.join()) return ''
  const [early, late] = first.length < second.length ? sides : [sides[1], sides[0]]
  const longer = first.length < second.length ? second : first
  const shorter = first.length < second.length ? first : second
  const steps = longer.filter((step) => !shorter.includes(step)).map((step) => stepNames[step])
  return `${early.name} applies the temperature before ${steps.join(' and ')}, which then sees a changed distribution; ${late.name} applies it after, where it changes no longer which tokens stay.`
}

function rules(sides: EngineSides): readonly string[] {
  const both = sides.map(({ state }) => engineRules(state.engine))
  const used = (step: LabStep) => sides.some(({ state }) => state.on.includes(step))
  const told = (step: LabStep, says: (rule: SamplerRules) => string): readonly string[] => {
    const [one = '', two = ''] = both.map(says)
    if (!used(step) || one === two) return []
    return [`${sides[0].name} ${one}; ${sides[1].name} ${two}.`]
  }
  return [
    ...told('top_p', ({ topPReach }) =>
      topPReach === 'at-least'
        ? 'stops top-p as soon as the sum is at least p'
        : 'stops top-p only when the sum is more than p',
    ),
    ...told('top_k', ({ topKTies }) =>
      topKTies === 'exactly-k'
        ? 'keeps exactly k tokens'
        : 'keeps all tokens that are equal to the k-th',
    ),
    ...told('top_p', ({ topPTies }) =>
      topPTies === 'lower-id'
        ? 'keeps the lower ids of equal tokens at the cut of top-p'
        : 'keeps the higher ids',
    ),
  ]
}
