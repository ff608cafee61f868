import type { RecordedRanks } from './recorded-texts.ts'

/** Answers that an embedder reads, or does not, and how their chunks rank. */
export interface AnswerGroup {
  readonly answers: number
  /** Of these, how often their chunk comes first. */
  readonly first: number
}

/**
 * Parts the answers into those that end within the first `read` tokens of their chunk and those
 * beyond.
 *
 * @example
 * unreadAnswers({ corpus: '', size: 600, chunks: 5, answers: [{ question: 'q', rank: 1, answerEndsAt: 300 }] }, 254).unread.answers
 * //=> 1
 */
export function unreadAnswers(
  { answers }: RecordedRanks,
  read: number,
): { readonly read: AnswerGroup; readonly unread: AnswerGroup } {
  const group = (chosen: RecordedRanks['answers']): AnswerGroup => ({
    answers: chosen.length,
    first: chosen.filter(({ rank }) => rank === 1).length,
  })
  return {
    read: group(answers.filter(({ answerEndsAt }) => answerEndsAt <= read)),
    unread: group(answers.filter(({ answerEndsAt }) => answerEndsAt > read)),
  }
}

/**
 * Of the answers that lie beyond the first `read` tokens of their chunk, how many come first once
 * the text is cut otherwise.
 *
 * @example
 * answersRescued({ before: { corpus: '', size: 600, chunks: 1, answers: [] }, after: { corpus: '', size: 250, chunks: 3, answers: [] }, read: 254 })
 * //=> 0
 */
export function answersRescued(request: {
  readonly before: RecordedRanks
  readonly after: RecordedRanks
  readonly read: number
}): number {
  const { before, after, read } = request
  const unread = new Set(
    before.answers
      .filter(({ answerEndsAt }) => answerEndsAt > read)
      .map(({ question }) => question),
  )
  return after.answers.filter(({ question, rank }) => rank === 1 && unread.has(question)).length
}
