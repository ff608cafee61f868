import { formatCount } from '../format/format-count.ts'
import { formatNumber } from '../format/format-number.ts'
import { formatPercent } from '../format/format-percent.ts'
import type { CutSettings, CutSummary } from './cut.ts'
import { unitLabels } from './names.ts'

/** The answer in words. */
export interface CutAnswer {
  readonly headline: string
  readonly detail: string
  /** What the reader would not notice otherwise, or ''. */
  readonly warning: string
}

/**
 * Says into how many chunks a text fell, what the overlap costs and what the embedder misses.
 *
 * @example answerWords(summary, settings, 'MiniLM').headline //=> '14 chunks of about 791 characters.'
 */
export function answerWords(
  summary: CutSummary,
  settings: CutSettings,
  embedder: string,
): CutAnswer {
  const { count, mean, embeddedTokens, textTokens, overLimit, unreadTokens } = summary
  const average = formatCount(Math.round(mean))
  const overlap = overlapWords(summary, settings)
  const tokens =
    embeddedTokens === null || textTokens === null || textTokens === 0
      ? `${formatCount(summary.embeddedCharacters)} characters are embedded for a text of ${formatCount(summary.textCharacters)}.`
      : `${formatCount(embeddedTokens)} tokens are embedded for a text of ${formatCount(textTokens)} (× ${formatNumber(embeddedTokens / textTokens, { digits: 2 })}).`
  const unread =
    overLimit === 0 || unreadTokens === null
      ? ''
      : `${embedder} does not read ${plural(overLimit, 'chunk', 'chunks')} to the end: ${formatCount(unreadTokens)} tokens${share(unreadTokens, embeddedTokens)} are stored and never searched. No error says so.`
  return {
    headline: `${plural(count, 'chunk', 'chunks')} of about ${average} characters.`,
    detail: `${overlap} ${tokens}`,
    warning: unread,
  }
}

/** What the wish for an overlap came to. */
export function overlapWords(summary: CutSummary, settings: CutSettings): string {
  const { bareBoundaries, repeatedTokens, repeatedCharacters } = summary
  const boundaries = Math.max(0, summary.count - 1)
  if (boundaries === 0) return 'There is no boundary.'
  if (settings.overlap === 0) return 'No overlap was asked for.'
  const inTokens = summary.binUnit === 'tokens' && repeatedTokens !== null
  const mean = (inTokens ? repeatedTokens : repeatedCharacters) / boundaries
  const unit = inTokens ? 'token' : 'character'
  const got = `Neighbours share ${plural(Math.round(mean), unit, `${unit}s`)} on average; ${askedOverlap(settings)} ${settings.overlap === 1 ? 'was' : 'were'} asked for.`
  if (bareBoundaries === 0) return got
  return `${got} ${formatCount(bareBoundaries)} of ${plural(boundaries, 'boundary', 'boundaries')} ${bareBoundaries === 1 ? 'has' : 'have'} no overlap at all.`
}

/**
 * The overlap that was asked for, with its unit where the measured one has another.
 *
 * @example askedOverlap({ overlap: 100, library: 'llamaindex', unit: 'tokens' }) //=> '100 words'
 */
export const askedOverlap = ({
  overlap,
  library,
  unit,
}: Pick<CutSettings, 'overlap' | 'library' | 'unit'>): string =>
  library === 'llamaindex' && unit === 'tokens'
    ? `${formatCount(overlap)} ${unitLabels(library)[unit]}`
    : formatCount(overlap)

const plural = (count: number, one: string, more: string) =>
  `${formatCount(count)} ${count === 1 ? one : more}`

const share = (part: number, whole: number | null) =>
  whole === null || whole === 0 ? '' : ` (${formatPercent(part / whole, { digits: 0 })})`
