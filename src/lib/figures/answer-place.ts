import type { RecordedQuestion } from './recorded-texts.ts'
import { meanOf } from '../statistics/mean-of.ts'

/**
 * Mean cosine of a question with a long passage that begins, and with one that ends, with its
 * answer, over the questions that have both, and how many are nearer to the first.
 *
 * @example
 * answerPlace([{ corpus: '', question: '', alone: 1, windows: [], answerFirst: 0.5, answerLast: 0.1 }]).first
 * //=> 0.5
 */
export function answerPlace(questions: readonly RecordedQuestion[]): {
  readonly count: number
  readonly first: number
  readonly last: number
  readonly firstNearer: number
} {
  const pairs = questions.flatMap(({ answerFirst, answerLast }) =>
    answerFirst === null || answerLast === null ? [] : [{ answerFirst, answerLast }],
  )
  const mean = (value: (pair: (typeof pairs)[number]) => number) =>
    pairs.length === 0 ? 0 : meanOf(pairs.map(value))
  return {
    count: pairs.length,
    first: mean(({ answerFirst }) => answerFirst),
    last: mean(({ answerLast }) => answerLast),
    firstNearer: pairs.filter(({ answerFirst, answerLast }) => answerFirst > answerLast).length,
  }
}
