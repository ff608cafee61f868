import { formatCount } from '../../format/format-count.ts'
import { formatNumber } from '../../format/format-number.ts'
import { formatPercent } from '../../format/format-percent.ts'
import type { PairSummary } from './pair-summary.ts'
import type { RankedChunk } from './ranked-chunks.ts'
import type { MapTrust, Place } from './similarity-map.ts'

/** A cosine, two decimals as a rule. @example cosineText(0.7) // '0.70' */
export const cosineText = (cosine: number, digits = 2): string =>
  formatNumber(cosine, { digits, keepZeros: true })

/** Cosines at or above it, all of them, lie close together. */
const CLOSE = 0.5

/**
 * Says between which cosines things lie, and warns where a model leaves little room between them.
 *
 * @example closeWords(0.78, 0.95, 'E5', 'All pairs') // 'All pairs lie between 0.78 and 0.95. …'
 */
export function closeWords(lowest: number, highest: number, model: string, what: string): string {
  const range = `${what} lie between ${cosineText(lowest)} and ${cosineText(highest)}.`
  if (lowest < CLOSE) return range
  return `${range} The cosines of ${model} lie close together: compare ranks and small differences, and set no threshold that was found for another model.`
}

/**
 * The heat map in words: the range, the means, the most and the least alike pairs.
 *
 * @example pairWords(summary, 'MiniLM') // 'All 45 pairs lie between …'
 */
export function pairWords(summary: PairSummary, model: string): string {
  const { pairs, lowest, highest, mean, neighbourMean, most, least } = summary
  const list = (found: PairSummary['most']) =>
    found
      .map(
        ({ one, other, cosine }) =>
          `${formatCount(one + 1)} and ${formatCount(other + 1)} (${cosineText(cosine)})`,
      )
      .join(', ')
  const range =
    pairs === 1
      ? `The only pair has the cosine ${cosineText(highest)}.`
      : closeWords(lowest, highest, model, `All ${formatCount(pairs)} pairs of chunks`)
  if (pairs === 1) return range
  return `${range} The mean is ${cosineText(mean)}; of chunks that follow each other in the text it is ${cosineText(neighbourMean)}. Most alike: ${list(most)}. Least alike: ${list(least)}.`
}

/**
 * Says what the best chunks are and where the answer stands.
 *
 * @example rankWords({ ranked, marked: true, model: 'MiniLM' }) // 'Best: chunk 4, cosine 0.61. …'
 */
export function rankWords(request: {
  readonly ranked: readonly RankedChunk[]
  /** Whether the places of the answer are known. */
  readonly marked: boolean
  readonly model: string
}): string {
  const { ranked, marked, model } = request
  const best = ranked[0]
  const last = ranked.at(-1)
  if (best === undefined || last === undefined) return ''
  const first = ranked.find(({ gold }) => gold)
  const answer = !marked
    ? ''
    : first === undefined
      ? ' No chunk holds half of the marked answer: it was lost where the text was cut.'
      : ` The first chunk with the answer stands at rank ${formatCount(first.rank)} of ${formatCount(ranked.length)}.`
  const range =
    ranked.length < 2
      ? ''
      : ` ${closeWords(last.cosine, best.cosine, model, 'All chunks’ cosines with the question')}`
  return `Best: chunk ${formatCount(best.index + 1)}, cosine ${cosineText(best.cosine)}.${answer}${range}`
}

/**
 * How much of the spread two directions show.
 *
 * @example shareWords([0.15, 0.11]) // 'These two directions hold 26 % of the variance (15 % and 11 %); …'
 */
export function shareWords([first, second]: Place): string {
  const part = (share: number) => formatPercent(share, { digits: 0 })
  return `These two directions hold ${part(first + second)} of the variance (${part(first)} and ${part(second)}); the rest of the spread is not in the picture.`
}

/**
 * How far to trust the neighbours of a map.
 *
 * @example trustWords(trust, 384) // 'Of the 10 nearest points in the picture, …'
 */
export function trustWords(trust: MapTrust | null, dimensions: number): string {
  if (trust === null) {
    return 'With fewer than 11 chunks there are too few neighbours to measure how far the picture can be trusted.'
  }
  const { k, trustworthiness, continuity, kept, keptByChance } = trust
  const one = (value: number) => formatNumber(value, { digits: 1 })
  const verdict =
    trustworthiness >= 0.95
      ? 'Neighbours in the picture are mostly neighbours.'
      : trustworthiness >= 0.85
        ? 'Take neighbours in the picture as hints.'
        : 'Do not trust neighbours in the picture.'
  return `${verdict} Of the ${k} nearest points in it, ${one(kept)} on average are among the ${k} nearest in all ${formatCount(dimensions)} numbers (by chance: ${one(keptByChance)}). Trustworthiness ${cosineText(trustworthiness)}, continuity ${cosineText(continuity)}; 1 is a faithful picture, about 0.5 one without meaning.`
}

/**
 * The map in words.
 *
 * @example mapWords({ … }) // 'Chunks on the map: 17. …'
 */
export function mapWords(request: {
  readonly points: number
  readonly method: 'pca' | 'umap'
  readonly gold: readonly number[]
  readonly best: readonly number[]
  readonly hasQuery: boolean
}): string {
  const { points, method, gold, best, hasQuery } = request
  const numbers = (indexes: readonly number[]) => indexes.map((index) => index + 1).join(', ')
  return [
    `Chunks on the map, made by ${method === 'pca' ? 'principal components' : 'UMAP'}: ${formatCount(points)}.`,
    ...(hasQuery ? [`Nearest to the question by cosine: chunks ${numbers(best)}.`] : []),
    ...(gold.length > 0 ? [`Chunks with the marked answer: ${numbers(gold)}.`] : []),
  ].join(' ')
}
