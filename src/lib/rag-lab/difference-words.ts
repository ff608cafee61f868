import { countOf } from '../format/count-of.ts'
import { formatNumber } from '../format/format-number.ts'
import { metricNames } from './metric-names.ts'
import type { PairedDifference } from './pipeline-evaluation.ts'

const signed = (value: number, digits: number): string =>
  `${value > 0 ? '+' : ''}${formatNumber(value, { digits })}`

/**
 * Says of a difference whether these questions show it. While the interval holds 0 they do not, and
 * that is not proof of no difference.
 *
 * @example differenceWords({ name: 'mrr', …, low: -0.1, high: 0.2 })
 * // 'MRR: no clear difference on 23 questions (+0.05, 95 % interval -0.1 to +0.2; 4 better, 3 worse).'
 */
export function differenceWords(found: Omit<PairedDifference, 'verdict'>): string {
  const { name, difference, low, high, better, worse, same } = found
  const questions = countOf(better + worse + same, 'question')
  const digits = name === 'tokens' ? 0 : 2
  const label = metricNames[name].name
  if (better + worse === 0) return `${label}: the same on all ${questions}.`
  const detail = `${signed(difference, digits)}, 95 % interval ${signed(low, digits)} to ${signed(high, digits)}; ${better} better, ${worse} worse`
  if (low <= 0 && high >= 0) return `${label}: no clear difference on ${questions} (${detail}).`
  const good = name === 'tokens' ? difference < 0 : difference > 0
  return `${label}: ${good ? 'better' : 'worse'} on ${questions} (${detail}).`
}
