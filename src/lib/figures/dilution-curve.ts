import type { RecordedQuestion } from './recorded-texts.ts'
import { meanOf } from '../statistics/mean-of.ts'

/** The cosines of all questions with passages of one size. */
export interface DilutionPoint {
  /** Tokens of the passage. */
  readonly size: number
  readonly mean: number
  /** A quarter of the questions lies below, a quarter above. */
  readonly low: number
  readonly high: number
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0

/**
 * How near a question is to the passage around its answer, against the size of the passage; only
 * questions count that have a passage of every size.
 *
 * @example
 * dilutionCurve({ sizes: [32], questions: [{ corpus: '', question: '', alone: 1, windows: [0.5], answerFirst: 0, answerLast: 0 }] }).points[0]?.mean
 * //=> 0.5
 */
export function dilutionCurve({
  sizes,
  questions,
}: {
  readonly sizes: readonly number[]
  readonly questions: readonly RecordedQuestion[]
}): { readonly count: number; readonly points: readonly DilutionPoint[] } {
  const whole = questions.flatMap(({ windows }) => {
    const cosines = windows.filter((cosine) => cosine !== null)
    return cosines.length === sizes.length ? [cosines] : []
  })
  const points = sizes.map((size, place) => {
    const cosines = whole.map((row) => row[place] ?? 0).sort((a, b) => a - b)
    return {
      size,
      mean: cosines.length === 0 ? 0 : meanOf(cosines),
      low: at(cosines, 0.25),
      high: at(cosines, 0.75),
    }
  })
  return { count: whole.length, points }
}
