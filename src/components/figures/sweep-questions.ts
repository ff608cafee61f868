import { goldQuestions } from '../../lib/corpus/gold-questions.ts'
import { meanOf } from '../../lib/statistics/mean-of.ts'
import type { QuestionScores } from '../../lib/evaluation/question-scores.ts'
import { questionsIn } from '../../lib/figures/known-language.ts'
import { sweepRows } from '../../lib/figures/sweep-rows.ts'
import { findEmbeddingModel } from '../../worker/models.ts'
import { corpus } from '../data/corpora.ts'
import { recordedSweep } from './recorded-sweep.ts'

interface Setting {
  readonly strategy: string
  readonly size: number
}

/** The scores of each question of a recorded sweep at one setting. */
export function sweptQuestions(
  model: string,
  corpusId: string,
  { strategy, size }: Setting,
): readonly QuestionScores[] {
  const sweep = recordedSweep(model, corpusId)
  const { text, language, ...source } = corpus(corpusId)
  const questions = goldQuestions({ text, language, ...source })
  const point = sweep.points.find((each) => each.strategy === strategy && each.axisSize === size)
  if (point === undefined) throw new Error(`No ${strategy} of ${size} was swept.`)
  return sweepRows({ text, language, questions, point, k: sweep.k })
}

/** Ids of the questions of a corpus in a language that an embedder knows. */
export const knownQuestions = (model: string, corpusId: string): readonly string[] =>
  questionsIn(
    {
      ...corpus(corpusId),
      questions: corpus(corpusId).questions.filter(({ quotes }) => quotes.length > 0),
    },
    findEmbeddingModel(model)?.languages ?? [],
  )

/** The mean recall over the questions in a language that the embedder knows. */
export function knownRecall(model: string, corpusId: string, setting: Setting): number {
  const known = knownQuestions(model, corpusId)
  return meanOf(
    sweptQuestions(model, corpusId, setting)
      .filter(({ id }) => known.includes(id))
      .map(({ recall }) => recall),
  )
}
