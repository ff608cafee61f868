import { formatCount } from '../format/format-count.ts'
import { parseNumber } from '../format/parse-number.ts'
import type { CutSettings, CutSummary } from './cut.ts'
import { predictedCount } from './predicted-count.ts'
import { words } from './words.ts'

/**
 * Compares the reader's count of chunks with the chunks that there are, and says what the rule of
 * sliding windows gives.
 *
 * @example checkPrediction('56', summary, settings) //=> 'Right: 56 chunks. …'
 */
export function checkPrediction(typed: string, summary: CutSummary, settings: CutSettings): string {
  const guess = parseNumber(typed)
  if (guess === null || !Number.isInteger(guess) || guess < 1) return words.predict.notNumber
  const said =
    guess === summary.count
      ? words.predict.right(summary.count)
      : words.predict.off(guess, summary.count)
  const rule = predictedCount(summary, settings)
  if (rule === null) return said
  const length = `${formatCount(rule.values.length)} ${settings.unit}`
  return `${said} ${words.predict.rule(length, rule.count)}`
}
