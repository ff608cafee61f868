import { cutSetting } from '../chunking-lab/sweep/cut-setting.ts'
import { readRankings, type RecordedPoint } from '../chunking-lab/sweep/recorded-sweep.ts'
import type { GoldQuestion } from '../corpus/corpus.ts'
import { questionScores, type QuestionScores } from '../evaluation/question-scores.ts'

/**
 * Scores every question of a recorded setting anew, in the order of the questions; recorded sweeps
 * count no tokens, so the context is in characters only.
 *
 * @throws RangeError when the chunker refuses the setting
 * @example sweepRows({ text, language: 'en', questions, point, k: 5 })[0]?.recall //=> 1
 */
export function sweepRows(request: {
  readonly text: string
  readonly language: string
  readonly questions: readonly GoldQuestion[]
  readonly point: RecordedPoint
  readonly k: number
}): readonly QuestionScores[] {
  const { text, language, questions, point, k } = request
  const source = { text, language, tokenSpans: null, distances: null, threshold: 1 }
  const chunks = cutSetting(source, point)
  const rankings = readRankings(point.rankings)
  return questions.map((question, place) =>
    questionScores({ chunks, question, ranking: rankings[place] ?? [], k }),
  )
}
